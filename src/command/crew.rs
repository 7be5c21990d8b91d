//! All cores at work, and everything in its order.
//!
//! Takes jobs one after another, does them on as many threads as are wanted, and hands what comes of them on in the order of
//! the jobs, each as soon as those before it are through. Only a few jobs are under way at a time, so that memory is
//! bounded by them and not by how many there are.

use std::io;
use std::sync::mpsc::{Receiver, sync_channel};

use rayon::ThreadPoolBuilder;

/// Jobs begun for each thread before the first of them is handed on: some are long and some are short.
const AHEAD: usize = 4;

/// As much as the main thread has.
const STACK: usize = 8 << 20;

/// Does the jobs on `threads` threads, 0 being one for each core. Ends early where handing on fails.
pub fn in_order<J: Send, D: Send>(
    threads: usize,
    jobs: impl Iterator<Item = J> + Send,
    work: impl Fn(J) -> D + Sync,
    mut hand_on: impl FnMut(D) -> io::Result<()>,
) -> io::Result<()> {
    let pool = ThreadPoolBuilder::new().num_threads(threads).stack_size(STACK);
    let pool = pool.build().map_err(io::Error::other)?;
    let (queue, begun) = sync_channel::<Receiver<D>>(AHEAD * pool.current_num_threads());
    let work = &work;
    pool.in_place_scope(|crew| {
        std::thread::scope(|threads| {
            // Who hands on may wait for what is slow, so another thread waits for the jobs.
            threads.spawn(move || {
                for job in jobs {
                    let (done, result) = sync_channel(1);
                    if queue.send(result).is_err() {
                        break;
                    }
                    crew.spawn(move |_| {
                        // Nobody waits for it where handing on has failed.
                        let _ = done.send(work(job));
                    });
                }
            });
            // The receivers go with the loop, by which the other thread sees that it is over.
            begun.into_iter().flat_map(|result| result.recv()).try_for_each(&mut hand_on)
        })
    })
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn keeps_the_order_and_holds_few() {
        let open = AtomicUsize::new(0);
        let most = AtomicUsize::new(0);
        let jobs = (0..500u64).inspect(|_| {
            most.fetch_max(1 + open.fetch_add(1, Ordering::SeqCst), Ordering::SeqCst);
        });
        let mut seen = Vec::new();
        let work = |n: u64| {
            std::thread::sleep(std::time::Duration::from_micros(n * 7919 % 300));
            n
        };
        in_order(3, jobs, work, |n| {
            open.fetch_sub(1, Ordering::SeqCst);
            seen.push(n);
            Ok(())
        })
        .unwrap();
        assert_eq!(seen, (0..500).collect::<Vec<_>>());
        assert!(most.into_inner() <= 3 * AHEAD + 3);
    }

    #[test]
    fn ends_where_nobody_reads_any_more() {
        let mut left = 3;
        let failed = in_order(
            2,
            0..,
            |n: u64| n,
            |_| {
                left -= 1;
                if left == 0 { Err(io::ErrorKind::BrokenPipe.into()) } else { Ok(()) }
            },
        );
        assert_eq!(failed.unwrap_err().kind(), io::ErrorKind::BrokenPipe);
    }
}
