/** Theme packs to begin with: words that a desk follows over the year. The reader adds them, and changes them at will. */
import { say } from "../../language/say.js";

/** @returns {{ name: string, themes: string[] }[]} */
export const packs = () => [
  { name: say`营商环境`, themes: ["营商环境", "高效办成一件事", "一网通办", "惠企政策", "招商引资", "民营经济", "简政放权", "减税降费"] },
  { name: say`乡村振兴`, themes: ["乡村振兴", "和美乡村", "千万工程", "粮食安全", "高标准农田", "农村改革", "特色产业", "人居环境整治"] },
  { name: say`防灾减灾`, themes: ["防灾减灾", "防汛抗旱", "森林防火", "安全生产", "应急演练", "隐患排查", "地质灾害", "抢险救援"] },
  { name: say`民生实事`, themes: ["民生实事", "就业创业", "养老服务", "义务教育", "医疗保障", "老旧小区改造", "食品安全", "城市更新"] },
  { name: say`基层治理`, themes: ["基层治理", "网格化管理", "枫桥经验", "矛盾纠纷调解", "志愿服务", "平安建设", "文明实践", "社区治理"] },
];
