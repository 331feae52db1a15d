"""What says when a figure holds, besides dates: data alone, in simplified characters."""

from __future__ import annotations

import re
from typing import Final

_NUMBER = r"(?P<number>[0-9]{1,2}|两|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"

_DONE = "新增|新引|引进|培育|培养|累计|建成|新建|打造|联合|投入|安排|兑现|发放"
"""What may be done in a length of time, in the past or in a plan: 三年引进."""

THAT_YEAR: Final = re.compile(r"[这那]一年(?!以?来|间|多|下来|[度半])|同年")
"""The year told before."""
NARROWED: Final = re.compile(
    rf"”?(?:期间|时期)?的?(?P<side>[前头首]|最?后){_NUMBER}(?P<unit>年(?![前后内])|个月)"
)
"""After a stretch of time, the part of it that is meant: “十二五”前三年, 今年首10个月."""
PLAN_PART: Final = re.compile(
    rf"“?十(?P<plan>[一二三四五]?)五”?(?:期间|时期)?的?(?P<side>[前头首]|最?后){_NUMBER}年(?![前后内])"
)
"""The first or last years of a five-year plan."""

NOW: Final = re.compile(
    r"到如今|到现在|到今天|截至目前|截止目前|到目前为止|截至发稿|目前|眼下|眼前|现如今|如今|现在|当前|当下|迄今|至今|现有|现已"
    r"|最近|近日|日前"
)
"""The moment of writing."""
TO_THIS_DAY: Final = frozenset({"至今", "迄今", "到如今", "到现在", "到今天"})
"""Those of them that tell of the time up to it."""

SINCE: Final = re.compile(
    rf"(?!这一年(?!以?来|间|多|下来))(?P<last>最近|近|过去的?|此前|短短|这)?{_NUMBER}个?(?P<unit>年|月)(?P<more>[多余])?"
    r"(?P<tail>以来|来(?!自)|间(?!接)|里(?!程)|下来|磨一剑|中(?=[，,])|的?时间里)?"
    r"(?!的?(?:工作(?!回顾|总结|情况|成效|报告)|经验|从业|历史|以上))"
)
"""A length of time up to now, if it has `last` or `tail`: 13年来, 近三年, 过去五年, 八年间."""
OVER: Final = frozenset({"过去", "过去的"})

AHEAD: Final = re.compile(
    rf"(?:(?:未来|今后|接下来){_NUMBER}年|{_NUMBER.replace('number', 'within')}年(?:之?内|时间内?|下来)"
    rf"|{_NUMBER.replace('number', 'bare')}年(?=将|{_DONE}))"
)
"""A length of time from now on: 未来五年, 三年内, and 三年 before what a plan does in it."""
AFTER_EVENT: Final = re.compile(r"(?:毕业|落户|注册|成立|入职|在站|就业|创业|后)$")
"""Before a length of time that is counted from an event, not from now: 毕业五年内."""

SUMMED: Final = re.compile(
    rf"(?<![0-9一二三四五六七八九十百千第满续每近前多余来后去短这用分按]){_NUMBER}年"
    rf"(?=间?(?:每年|共|总共|净增|共计|总计|合计|流出|流失|外流|走出|{_DONE}))"
)
"""A length of time that what follows is summed over: 五年共引进."""
RUNNING: Final = re.compile(
    rf"(?<=办赛|办会|成立|运行|运营|实施|建园|开园|挂牌|开办|创办|启用|投用){_NUMBER}年(?=[，,])"
)
"""How long something has been going on: 成立两年，…."""
PARTED: Final = re.compile("[ 。；！？\n　]")
"""Between two that have nothing to do with one another."""
LENGTH: Final = re.compile(rf"(?:最近|近|过去的?|此前|短短|这)?{_NUMBER}年[^0-9]*")
BARE: Final = re.compile(rf"{_NUMBER}年")
MEMBER: Final = re.compile(r"[，,（(]?其中，?[^，。；、0-9]{0,16}")
"""Between a figure and a part of it."""
HALF: Final = re.compile(
    r"(?<![上下多个近前后每第一二三四五六七八九十两])半年(?=[引新吸招签共累落帮发完培]|的?(?:数据|统计|成绩单|账))"
)
"""The half of a year that is just over: 半年引进."""
A_YEAR: Final = re.compile(
    r"(?<![0-9一二三四五六七八九十第每近前这那同上下整满多百千数几])一年(?=[讲办开卖培接跑招引带帮做完审发][^，。；]{0,2}了)"
)
"""What one year yields, told in the first months of the next: 一年办了."""
CLASS: Final = re.compile(r"(?<![0-9])(?P<year>20[0-9]{2})届")
"""The students of one year: 2008届毕业生."""

ERAS: Final = {"十八大": 2012, "十九大": 2017, "二十大": 2022, "改革开放": 1978}
ERA: Final = re.compile(rf"(?P<era>{'|'.join(ERAS)})以来")
"""Events from which periods are counted, and the years they were in."""

EVENT: Final = re.compile(
    r"本届|大会期间|活动期间|会议期间|本次|此次|今次|这次|首日|现场|当场|(?:比赛|路演|赛事|活动)间隙"
)
"""The event that the article tells of."""

EVENT_TOPIC: Final = re.compile(
    r"(?:招聘会|招聘活动|双选会|洽谈会|交流会|对接会|推介会|峰会|论坛|大会|开幕式|闭幕式|仪式|决赛|活动|现场|会场)"
    r"(?:当天|现场|上|中|共|还|也|吸引|设|有|入场|汇聚|集中)"
)
"""A sentence is about what was at the event: 招聘会上, 活动共吸引."""
ON_THE_DAY: Final = re.compile("现场|首日|当场|.*间隙")
"""The words for an event that are of the day it was held, not of its whole course."""
AT_ONCE: Final = "当场"
"""The event of the time told before it in its sentence, whatever that is."""
WITNESS: Final = re.compile(r"记者[^，。；、“]{0,8}?(?:抄录|抄下|数了|统计了|粗略|看到)")
"""A sentence tells what the reporter saw there."""
CONTEST: Final = re.compile(r"直播|散场|开场|路演|角逐|答辩|比拼|比赛|赛制|鏖战|对决|决赛")
SHORT: Final = re.compile("小时|分钟|秒")
"""A length of time within the day of a contest."""
PRIZE: Final = re.compile(
    r"(?<![可能将获])(?:捧走|捧回|捧得|各得|各获|各领|各奖|获得奖金|每[人队]获得?|分得|分享|赢得|拿走|领走|揽走|揽获"
    r"|决出|(?:最终|现场|当场|共)评选?出)了?(?:[^。；可将享]|；(?=[^，。；]{1,6}奖)){0,60}$"
)
"""Before a prize that was won, not one that can be."""
SIGNED: Final = re.compile(r"签约[^。；]{0,40}?(?:总投资|投资总?额|协议资金|签约金额)[^，。；、]{0,6}$")
"""Before what was signed for at an event, though it is still to be spent."""
SPENT: Final = re.compile(
    r"(?<!每)年(?!起|度?以后)[^，。；、每]{0,8}?(?:安排|投入|拿出|下达|拨付|列支)[^，。；、每]{0,4}$"
)
"""Before an amount that is set apart in one year, not each year by rule."""
FIRST_EVENT: Final = re.compile(r"首届|第一届")
"""The first of a row of events, of the year that they are told to be held since."""

WHOLE_YEAR: Final = re.compile(
    r"全年(?!的?(?:任务|目标|计划|指标|预算|序时))|(?<![0-9一二三四五六七八九十两几数])年内|本年度|报告期"
)
"""The year under report."""
REPORT_AFTER: Final = re.compile(
    r"公报|年报|统计|工作报告|工作总结|总结|回顾|完成情况|执行情况|主要指标|情况表|一览表"
)
"""In a title or head after a year: the text reports on that year."""

WORK_AFTER: Final = re.compile(
    r"的?(?:主要|重点)?(?:工作|工作情况|工作成效|主要成绩|主要成效|发展成就|发展情况)[ ]*"
)
"""What alone follows a past year in the head of what is told of it: 2021年工作."""
REPORT_TITLE: Final = re.compile(r"工作报告|工作总结|工作回顾|总结报告|述职|会议?上的(?:工作)?报告")
"""In the title of an article each part of which tells of a period."""

BASIS_BEFORE: Final = re.compile(
    r"(?:较之|较|相较|比|比起|相当于|超过|高于|低于|多于|少于|不及|好于|达到|接近|同"
    r"|[较比][^，。；、0-9]{1,6}的)[ ]*$"
)
BASIS_AFTER: Final = re.compile(
    r"[^，。；、\n]{0,12}的[0-9.]{1,6}倍|的?(?:同期|同月|同一?时期|水平|相比|[0-9.一二两三四五六七八九十]{1,5}倍)|[^，。；]{0,6}相比"
)
"""Around a date that a figure is only compared with."""
BASIS_SHARE: Final = re.compile(r"(?:较之|较|相较|比|比起|高于|低于)[ ]*$")
"""Before a date whose own share others are compared with: 比去年的12%高."""
BASIS_OF: Final = re.compile(
    r"(?:同期)?(?:的|为|是|仅|只有|仅有)[^，。；、\n]{0,8}|(?:同期|同一?时期)[^，。；、\n]{0,4}"
)
"""Between such a date and the figure of that time: 比2019年的3000人多, 去年同期为200人."""

ASOF_BEFORE: Final = re.compile(r"(?:截至|截止|到|至)[ ]*$")
MONTHLY: Final = re.compile(r"[次当每隔]月")
"""How a day begins that comes round every month."""
DONE: Final = re.compile(r"已|目前|现有|了(?!解)|截至|如今")
"""Between a time to come and a figure: it holds for now nevertheless."""
ADDED_BEFORE: Final = re.compile(r"(?:加上|连同|算上|除去|除了|扣除)[ ]*$")
"""Before a date that says of its own clause alone."""
DATED_AFTER: Final = re.compile(r"[^，。；、：\n]{0,4}?(?:已经|已|将|均|都|也|早)?[于在]")
"""Between a figure and the date of what is told of it: 首批200套已于5月交付."""
SINCE_BEFORE: Final = re.compile(r"(?:自从|自|从|打从|始于|创办于|成立于|启动于|起步于|开始于)[ ]*$")
SINCE_AFTER: Final = re.compile(r"[^，。；、\n]{0,8}?(?:以来|至今|到现在|到目前)|起|开始|始")
FOUNDING_AFTER: Final = re.compile(
    r"建校|建成|成立|创办|创建|创立|始建|出生|投产|竣工|印发|出台|发布的|施行|修订|设立"
)
"""After a year that only tells when something came to be."""
GOAL_AFTER: Final = re.compile(r"(?:就|里|所)?(?:定|确定|制定|下达|敲定|设定|提出|立|许)[下出]?的")
"""After the time that a goal was set at, which says nothing of the goal: 年初定下的任务."""
RELEASE_AFTER: Final = re.compile(
    r"(?:对外|正式)?(?:出炉|发布|公布|披露|公开|出台)的[^，。；]{0,12}?(?:数据|统计|报告|公报|年报|榜单|显示)"
)
"""After the day that numbers came out on, which is none of theirs: 8月9日公布的数据."""
INSERTED: Final = re.compile(r"(?:其中，?|而(?:在|到)?|反观)[ ]*$")
"""Before a time that a sentence says one thing of by the way: …，而去年只有3场."""
ASIDE_BEFORE: Final = re.compile(
    r"(?:(?:有效期至?|持续到|截止日期|施行|有效期限?至|延长至|延至)[ ]*(?:为|到|至)?"
    r"|(?:每年的?|历年|往年))[ ]*$"
)
"""Before a deadline or a date that comes round every year."""
PLAN_OBJECT_BEFORE: Final = re.compile(
    r"(?:总结|回顾|研究|部署|谋划|描绘|编制|展望|安排|作为|对|是|为)[^，。；、\n]{0,3}$"
)
BASE_HEAD: Final = re.compile(r"基础|现状|背景|形势|成就|成效")
"""In the head of a part that tells of what there is before a plan begins."""
PLAN_TITLE: Final = re.compile(r"规划|纲要|行动计划|行动方案|实施方案")
"""In the title of a plan for a stretch of years."""
GOAL: Final = re.compile(r"目标|[:：]$")
"""In the sentence that leads the goals for a year."""
SURVEY_AFTER: Final = re.compile(
    r"[^，。；]{0,8}?(?:分析|监测|调查|统计|数据)[^，。；]{0,4}?(?:显示|表明|看)"
)
"""After a period that a survey was made of."""
PLAN_SUBJECT_AFTER: Final = re.compile(r"(?:是|将是|的)(?!.{0,6}(?:年|里|中)，)")
"""Around the years of a plan that the sentence speaks about, not of: 总结“十五”时期人才工作."""
PLAN_AFTER: Final = re.compile(
    r"重点工作|工作安排|工作打算|工作部署|工作要点|工作计划|重点任务|主要任务|目标|展望"
)
"""In a head after a year or the years of a plan: the text plans for them."""
DATELINE_AFTER: Final = re.compile("[电讯]")
LIST: Final = frozenset("、和及与")

YEARLY: Final = re.compile(r"产值|总值|营业?收入|营收|销售额|财政收入|税收|强度")
SUM: Final = re.compile(r"累计|共|年均|平均|总计|已(?:经|连续|成功)*举?办")
"""In the clause before a figure: it is of one year, unless it sums several up."""

FLOW: Final = re.compile(
    r"新增|新设|新建|新引|新认定|引进|引入|吸引|认定|招聘|招收|释出|推出|发布|签约|输送|发放|兑现|办理|落户|流入|流出|流失|净增|收回"
    r"|毕业|培训|举办|开展|聘请|选派|开工|募集|惠及|获批|兑现|组织|征集"
)
FLOW_AFTER: Final = re.compile(r"[^，。；、0-9]{0,6}?(?:获批|获评|入选|落户|签约|过会|上榜|进入上市)")
"""Right after a figure: so many came to it."""
MADE: Final = re.compile(r"建成|建立|创建|组建|设立|开办|打造|获批|育出")
"""In the clause before a figure: what was made in the course of years."""
STOCK: Final = re.compile(r"总量|总数|存量|现有|拥有|已有|共有|保有|在册|在校|在站|在职|在岗|稳定在")
"""In the clause before a figure: it counts what came, or what there is."""

RELATIVE: Final = re.compile(
    r"今年|去年|前年|明年|后年|上年|本年|当年|年内|上月|本月|同月|下月|目前|眼下|当前|如今|近年|近期|最近|近日"
    r"|上半年|下半年|[一二三四]季度|[前首]三季度|年来|以来|未来|今后|过去"
)
"""Words that say a time only from the article's date on: without one they leave it open."""
