"""What says when a figure holds, besides dates: data alone, in simplified characters."""

from __future__ import annotations

import re
from typing import Final

_N = r"(?:[0-9]{1,2}|[一二三四五六七八九十两]{1,3})"

NOW: Final = re.compile(
    r"截至目前|截止目前|到目前为止|目前|眼下|眼前|如今|现如今|现在|当前|当下|迄今|至今|现有|现已|截至发稿|最近|近日|日前|这些天"
)
"""The moment of writing."""

SINCE: Final = re.compile(
    rf"(?:(?P<last>近|最近|过去|此前|过去的|短短|这)(?P<n>{_N})|(?P<m>{_N}))个?(?P<unit>年|月)(?P<more>[多余])?"
    r"(?P<tail>以来|来(?!自)|间(?!接)|里(?!程)|磨一剑|中(?=[，,])|时间里|的时间里)?(?!的?(?:工作|经验|从业|历史|以上))"
)
"""A length of time up to now: 13年来, 近三年, 过去五年, 八年间. Only with `last` or `tail`."""

ERAS: Final = {"十八大": 2012, "十九大": 2017, "二十大": 2022, "改革开放": 1978}
ERA: Final = re.compile(rf"(?P<era>{'|'.join(ERAS)})以来")
"""Events after which periods are counted, and the years they were in."""

AFTER_EVENT: Final = re.compile(r"(?:毕业|落户|注册|成立|入职|在站|就业|创业|后)$")
"""Before a length of time that is counted from an event, not from now: 毕业五年内."""

AHEAD: Final = re.compile(
    rf"(?P<ahead>未来|今后|接下来|下一步|用|经过|利用|力争|争取|计划|拟)?(?P<n>{_N})年(?P<tail>之?内|时间内?|下来)?"
)
"""A length of time from now on: 未来五年, 三年内, and 三年 before 新增 or 将 in a plan."""

EVENT: Final = re.compile(r"本届|大会期间|活动期间|会议期间|本次|此次|今次|这次|首日|现场")
"""The event the article reports."""

WHOLE_YEAR: Final = re.compile(r"全年|(?<![0-9一二三四五六七八九十两几数])年内|本年度|报告期")
"""The year under report."""

BASIS_BEFORE: Final = re.compile(r"(?:较之|较|相较|相比|比|比起|相当于|超过|高于|低于|多于|少于|不及|好于|达到|接近|同)[ ]*$")
BASIS_AFTER: Final = re.compile(r"(?:的)?(?:同期|同月|同一?时期|水平|相比|的?[0-9.一二两三四五六七八九十]{1,5}倍|[^，。；]{0,6}相比)")
"""Around a date that a figure is only compared with."""

ASOF_BEFORE: Final = re.compile(r"(?:截至|截止|截止到|截至到|截止至|到|至)[ ]*$")
TARGET_BEFORE: Final = re.compile(r"(?:到|至|力争|争取|预计|计划|目标|确保|于|将于)[ ]*$")
TARGET_AFTER: Final = re.compile(r"[ ]*(?:前|之前|以前|，[^，。]{0,12}(?:将|力争|计划|要|达到))")
SINCE_BEFORE: Final = re.compile(r"(?:自从|自|从|打从|始于|创办于|成立于|启动于|起步于|开始于)[ ]*$")
SINCE_AFTER: Final = re.compile(r"[^，。；、\n]{0,8}?(?:以来|至今|到现在|到目前)|起|开始|始")
FOUNDING: Final = re.compile(r"(?:建校|建成|成立|创办|创建|始建|出生|投产|竣工|印发|出台|发布的|施行|修订)")
"""After a year that only tells when something came to be."""
DEADLINE_BEFORE: Final = re.compile(r"(?:有效期至?|持续到|截止日期|施行|有效期限?至|延长至|延至)[ ]*(?:为|到|至)?$")

BASIS_OF: Final = re.compile(r"(?:同期)?(?:的|为|是|仅|只有|仅有)[^，。；、\n]{0,8}$")
"""Between what a figure is compared with and the figure of that time: 比2019年的3000人多, 去年同期为200人."""

ROUTINE_BEFORE: Final = re.compile(r"(?:每年|每年的|历年|往年)[ ]*$")

REPORT: Final = re.compile(r"公报|年报|统计|工作报告|工作总结|总结|回顾|完成情况|执行情况|主要指标|情况表|一览表")
"""In a title or head after a year: the text reports on that year."""

FLOW: Final = re.compile(
    r"新增|新设|新建|新引|新认定|引进|引入|吸引|认定|招聘|招收|释出|推出|签约|输送|发放|兑现|办理|落户|流入|毕业|培训|举办|开展"
)
STOCK: Final = re.compile(r"总量|总数|存量|现有|拥有|已有|共有|保有|在册|在校|在站|在职|在岗|稳定在|达到?$|突破$")
"""In the clause before a figure: it counts what came, or what there is."""
