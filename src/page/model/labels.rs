//! The parts a fragment can play, and which may follow which.

use super::Allowed;
use crate::page::Role;

/// A label of the line model: a role, and whether an article starts here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(usize)]
pub enum Label {
    Furniture,
    StartKicker,
    StartTitle,
    StartNote,
    StartBody,
    StartCaption,
    Kicker,
    Title,
    Subtitle,
    Note,
    Credit,
    Body,
    /// Prose of an article without a headline, told from other prose so that the next one is expected to have none either.
    Brief,
    Caption,
    Heading,
}

pub const LABELS: usize = 15;

impl Label {
    pub const ALL: [Label; LABELS] = [
        Label::Furniture,
        Label::StartKicker,
        Label::StartTitle,
        Label::StartNote,
        Label::StartBody,
        Label::StartCaption,
        Label::Kicker,
        Label::Title,
        Label::Subtitle,
        Label::Note,
        Label::Credit,
        Label::Body,
        Label::Brief,
        Label::Caption,
        Label::Heading,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Label::Furniture => "furniture",
            Label::StartKicker => "kicker, start",
            Label::StartTitle => "title, start",
            Label::StartNote => "note, start",
            Label::StartBody => "body, start",
            Label::StartCaption => "caption, start",
            Label::Kicker => "kicker",
            Label::Title => "title",
            Label::Subtitle => "subtitle",
            Label::Note => "note",
            Label::Credit => "credit",
            Label::Body => "body",
            Label::Brief => "body of a brief",
            Label::Caption => "caption",
            Label::Heading => "heading",
        }
    }

    pub fn starts_article(self) -> bool {
        use Label::*;
        matches!(self, StartKicker | StartTitle | StartNote | StartBody | StartCaption)
    }

    /// The labels of fragments that start no article.
    pub fn inside() -> Allowed {
        Label::ALL
            .iter()
            .filter(|label| !label.starts_article())
            .fold(0, |set, &label| set | 1 << label as usize)
    }

    /// The role in the article; `None` for what belongs to no article.
    pub fn role(self) -> Option<Role> {
        use Label::*;
        Some(match self {
            Furniture => return None,
            StartKicker | Kicker => Role::Kicker,
            StartTitle | Title => Role::Title,
            Subtitle => Role::Subtitle,
            StartNote | Note => Role::Note,
            Credit => Role::Credit,
            StartBody | Body | Brief => Role::Body,
            StartCaption | Caption => Role::Caption,
            Heading => Role::Heading,
        })
    }

    /// The grammar: note* kicker* title+ subtitle* credit* (body | caption | heading | note | credit)*, with
    /// furniture anywhere and no crosshead right under the headline. An article without a headline starts with its body or a caption.
    pub fn may_follow(self, before: Label) -> bool {
        use Label::*;
        match self {
            Furniture => true,
            StartKicker | StartTitle | StartNote | StartBody | StartCaption => {
                !matches!(before, StartKicker | Kicker | StartNote)
            }
            Kicker => matches!(before, StartKicker | Kicker | StartNote),
            Title => matches!(before, StartKicker | Kicker | StartTitle | Title | StartNote),
            Subtitle => matches!(before, StartTitle | Title | Subtitle),
            // A line right under the headline is its subtitle; a crosshead parts paragraphs.
            Heading => !matches!(before, StartKicker | Kicker | StartTitle | Title | Subtitle),
            Body => !matches!(before, StartKicker | Kicker | StartBody | StartCaption | Brief),
            Brief => !matches!(before, StartKicker | Kicker | StartTitle | Title | Subtitle | Body),
            Note | Credit | Caption => !matches!(before, StartKicker | Kicker),
        }
    }

    /// Whether a page may begin with it.
    pub fn may_open(self) -> bool {
        self == Label::Furniture || self.starts_article()
    }

    /// Whether a page may end with it.
    pub fn may_close(self) -> bool {
        !matches!(self, Label::StartKicker | Label::Kicker | Label::StartNote)
    }
}

#[cfg(test)]
mod tests {
    use super::Label::*;
    use super::*;

    /// Whether the grammar allows a page with these labels.
    fn allowed(page: &[Label]) -> bool {
        page.first().is_some_and(|label| label.may_open())
            && page.windows(2).all(|pair| pair[1].may_follow(pair[0]))
            && page.last().is_some_and(|label| label.may_close())
    }

    #[test]
    fn a_page_begins_with_an_article_and_ends_with_more_than_its_first_lines() {
        for page in [
            &[Furniture][..],
            &[StartNote, Kicker, Title, Subtitle, Credit, Body, Heading, Body, Caption, Note],
            &[StartKicker, Title, Title, Furniture, Body],
            &[StartBody, Brief, StartCaption, Brief],
        ] {
            assert!(allowed(page), "{page:?}");
        }
        for page in [
            &[Title, Body][..],
            &[Body],
            &[Brief],
            &[Caption],
            &[StartTitle, Body, StartKicker],
            &[StartKicker, Kicker],
            &[StartTitle, Body, StartNote],
        ] {
            assert!(!allowed(page), "{page:?}");
        }
    }

    #[test]
    fn prose_under_a_headline_is_told_from_a_brief() {
        for before in [StartKicker, Kicker] {
            assert!(!Body.may_follow(before) && !Brief.may_follow(before), "{before:?}");
        }
        for headed in [StartTitle, Title, Subtitle, Body] {
            assert!(Body.may_follow(headed) && !Brief.may_follow(headed), "{headed:?}");
        }
        for bare in [StartBody, StartCaption, Brief] {
            assert!(!Body.may_follow(bare) && Brief.may_follow(bare), "{bare:?}");
        }
    }
}
