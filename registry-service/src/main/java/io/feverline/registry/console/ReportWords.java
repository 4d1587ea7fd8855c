package io.feverline.registry.console;

import io.feverline.registry.report.rule.Discrepancy;
import io.feverline.registry.report.rule.Figure;
import io.feverline.registry.report.rule.ReportState;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the daily reports. */
@MessageBundle("report")
public interface ReportWords {
    @Message("日报")
    String title();

    @Message("日报")
    String one();

    @Message(
            "{#switch state}{#case EXPECTED}待报{#case ZERO}零报告{#case SUBMITTED}已报{#case LATE}迟报{#case MISSING}缺报{#case CORRECTED}已更正{/switch}")
    String state(ReportState state);

    @Message(
            "{#switch figure}{#case SCREENED}检测人次{#case SUSPECTED}初测发热{#case CONFIRMED}复测确认{#case KEY_REGION}来自重点地区{/switch}")
    String figure(Figure figure);

    @Message("{#switch view}{#case ALL}全部{#case MISSING}缺报与迟报{#case DISCREPANCIES}与设备不符{/switch}")
    String view(ReportList.View view);

    @Message(
            "{#switch view}{#case ALL}这一天没有应报的报告。检测点登记后开始的班次才需要报告。{#case MISSING}没有缺报或迟报。{#case DISCREPANCIES}没有与设备计数不符的报告。{/switch}")
    String none(ReportList.View view);

    @Message("{#switch kind}{#case DIFFERED_WHEN_SIGNED}签报时已不符{#case CHANGED_SINCE}签报后设备补传{/switch}")
    String kind(Discrepancy.Kind kind);

    @Message("{#switch name}{#case 'day'}白班{#case 'night'}夜班{#else}{name}{/switch}")
    String shift(String name);

    @Message("日期")
    String day();

    @Message("前一天")
    String dayBefore();

    @Message("后一天")
    String dayAfter();

    @Message("全部")
    String anyState();

    @Message("班次")
    String shiftColumn();

    @Message("转诊")
    String referred();

    @Message("指标")
    String figureColumn();

    @Message("签报时间")
    String signedAt();

    @Message("只看 {area}")
    String onlyIn(String area);

    @Message("上报")
    String stated();

    @Message("设备计数")
    String devices();

    @Message("差异")
    String difference();

    @Message("一致")
    String same();

    @Message("多报 {count}")
    String moreBy(int count);

    @Message("少报 {count}")
    String fewerBy(int count);

    @Message("签报时设备计 {count}")
    String thenCounted(int count);

    @Message("设备不计")
    String noDevice();

    @Message("班次时间")
    String shiftTime();

    @Message("截止")
    String cutoff();

    @Message("班次尚未结束，结束后可签报。")
    String notOver();

    @Message("通行记录已过保存期，没有设备计数可核对。")
    String notCounted();

    @Message("没有设备计数可核对，不能再签报。")
    String notSignedAnyMore();

    @Message("已过截止时间，现在签报记为迟报。")
    String nowLate();

    @Message("已按设备计数预填。请核对，转诊人数由您填写。")
    String draftHelp();

    @Message("签报")
    String sign();

    @Message("签报")
    String signTitle();

    @Message("备注（可不填）")
    String note();

    @Message("更正")
    String correct();

    @Message("更正报告")
    String correctTitle();

    @Message("原报告保留在下方。")
    String correctHelp();

    @Message("更正原因")
    String why();

    @Message("签报与更正")
    String history();

    @Message("版本")
    String version();

    @Message("签报人")
    String by();

    @Message("备注或原因")
    String words();

    @Message("尚未签报。")
    String notSigned();

    @Message("您可以查看，不能签报。")
    String readOnly();

    @Message("日报完整率")
    String boardTitle();

    @Message("只计已过截止时间的报告。完整率：已签报的比例；及时率：截止前签报的比例。")
    String boardHelp();

    @Message("按")
    String level();

    @Message("县区")
    String county();

    @Message("乡镇")
    String town();

    @Message("应报")
    String expected();

    @Message("及时")
    String inTime();

    @Message("迟报")
    String late();

    @Message("缺报")
    String missing();

    @Message("更正")
    String corrected();

    @Message("完整率")
    String completeness();

    @Message("及时率")
    String timeliness();

    @Message("合计")
    String total();

    @Message("这段时间没有到期的报告。")
    String noneDue();

    @Message("未知区划")
    String unknownArea();
}
