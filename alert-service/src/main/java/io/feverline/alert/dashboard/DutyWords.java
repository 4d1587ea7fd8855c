package io.feverline.alert.dashboard;

import io.feverline.alert.episode.EpisodeState;
import io.feverline.alert.lifecycle.Action;
import io.feverline.alert.lifecycle.AlertState;
import io.feverline.alert.lifecycle.DeviceAlert;
import io.feverline.alert.lifecycle.Level;
import io.feverline.alert.lifecycle.Outcome;
import io.feverline.alert.lifecycle.Severity;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.math.BigDecimal;

/** The words of the duty officers' pages. */
@MessageBundle("duty")
public interface DutyWords {
    @Message("{#when severity}{#is LOW}低热{#is MODERATE}中热{#is HIGH}高热{#is CRITICAL}重点{/when}")
    String severity(Severity severity);

    @Message("{#when state}{#is OPEN}待接警{#is ACKNOWLEDGED}已接警{#is REFERRED}已转诊{#is ARRIVED}已到诊"
            + "{#is ISOLATED}已隔离{#is CLOSED}已办结{#is DISMISSED}已排除{/when}")
    String state(AlertState state);

    @Message("{#when state}{#is SUSPECTED}疑似{#is CONFIRMED}复测确认{#is CLEARED}复测正常{#is EXPIRED}未复测"
            + "{#is MERGED}已并入{/when}")
    String episode(EpisodeState state);

    @Message("{#when level}{#is CHECKPOINT}检测点{#is TOWNSHIP}乡镇{#is COUNTY}县{/when}")
    String levelName(Level level);

    @Message("{#when action}{#is ACKNOWLEDGE}接警{#is REFER}转诊{#is ARRIVE}到诊{#is ISOLATE}隔离{#is CLOSE}办结"
            + "{#is DISMISS}排除{#is REOPEN}重开{#is ASSIGN}指派{#is COMMENT}备注{/when}")
    String action(Action action);

    @Message("{#when outcome}{#is RULED_OUT}排除{#is OTHER_ILLNESS}其他疾病{#is SUSPECTED_CASE}疑似病例"
            + "{#is CONFIRMED_CASE}确诊病例{#is LOST}失访{/when}")
    String outcome(Outcome outcome);

    @Message("值班台")
    String board();

    @Message("未结警报")
    String openAlerts();

    @Message("暂无未结警报。新的发热会立即出现在这里。")
    String nothingOpen();

    @Message("级别")
    String severityColumn();

    @Message("体温")
    String temperature();

    @Message("检测点")
    String checkpoint();

    @Message("时间")
    String age();

    @Message("状态")
    String stateColumn();

    @Message("经手人")
    String whoHasIt();

    @Message("操作")
    String actions();

    @Message("详情")
    String details();

    @Message("实时更新中")
    String live();

    @Message("声音提示")
    String sound();

    @Message("键盘：J、K 上下移动，A 接警，回车查看详情")
    String keys();

    @Message("未复核")
    String unverified();

    @Message("补传")
    String historic();

    @Message("超时未到诊")
    String overdue();

    @Message("阈值")
    String threshold();

    @Message("读数")
    String readings();

    @Message("经过")
    String timeline();

    @Message("设备")
    String device();

    @Message("须知晓")
    String level();

    @Message("发热门诊")
    String clinic();

    @Message("结果")
    String outcomeColumn();

    @Message("部位")
    String site();

    @Message("无人接警，上报")
    String escalated();

    @Message("指派给（登录名）")
    String assignee();

    @Message("原因")
    String reason();

    @Message("检测点")
    String checkpoints();

    @Message("设备")
    String devices();

    @Message("聚集性发热")
    String clusters();

    @Message("区划")
    String area();

    @Message("最近读数")
    String lastReading();

    @Message("每分钟")
    String perMinute();

    @Message("近一小时读数")
    String readingsOfHour();

    @Message("发热")
    String feversOfHour();

    @Message("发热 ‰")
    String perThousand();

    @Message("正常")
    String well();

    @Message("尚无检测点上报。")
    String noCheckpoints();

    @Message("异常")
    String findingColumn();

    @Message("实测")
    String value();

    @Message("限值")
    String limit();

    @Message("起")
    String since();

    @Message("止")
    String until();

    @Message("设备均正常。")
    String devicesWell();

    @Message("共同点")
    String inCommon();

    @Message("地点")
    String place();

    @Message("警报")
    String alerts();

    @Message("确认")
    String confirmed();

    @Message("最近增加")
    String lastGrown();

    @Message("暂无聚集性发热。")
    String noClusters();

    @Message(
            "{#switch finding}{#case 'silent'}失联{#case 'stuck'}读数不变{#case 'flat'}读数过于一致{#case 'drifting'}漂移{#case 'gaps'}缺数{#case 'clock'}时钟偏差{#case 'calibration'}校准过期{#else}{finding}{/switch}")
    String finding(String finding);

    @Message("{#switch kind}{#case 'checkpoint'}同一检测点{#case 'trip'}同一车次{#case 'origin'}同一来源地{/switch}")
    String kind(String kind);

    @Message("尚无人处置。")
    String nothingDone();

    @Message("待接警")
    String unacknowledged();

    @Message("此警报已有新进展。")
    String changedMeanwhile();

    @Message("刷新")
    String lookAgain();

    @Message("设备状态")
    String deviceState();

    @Message("未见上报")
    String notHeard();

    @Message("最近联络")
    String lastHeard();

    @Message("筛查方案")
    String policy();

    @Message("检测点示意图")
    String schematicMap();

    @Message("没有坐标的检测点只在表中。")
    String notOnMap();

    @Message("说明")
    String note();

    @Message("处置经过")
    String devicesTimeline();

    @Message("近 24 小时")
    String charts();

    @Message("小时")
    String hour();

    @Message("筛查人次")
    String screened();

    @Message("疑似")
    String suspected();

    @Message("疑似 ‰")
    String suspectedPerThousand();

    @Message("确认 ‰")
    String confirmedPerThousand();

    @Message("数据表")
    String figures();

    @Message("每小时筛查人次")
    String screenedChart();

    @Message("每千人次疑似与确认")
    String rateChart();

    @Message("只计实时读数与实时警报，截至最近一个整刻钟；补传不计。确认数随复测变化。")
    String chartsHelp();

    @Message("交接班")
    String handover();

    @Message("交接班记录")
    String handovers();

    @Message("交班")
    String writeHandover();

    @Message("接班")
    String acceptHandover();

    @Message("单位")
    String unit();

    @Message("接班人")
    String toPerson();

    @Message("交班人")
    String fromPerson();

    @Message("交班内容（不写旅客姓名）")
    String handoverNote();

    @Message("交班时间")
    String writtenAt();

    @Message("接班")
    String accepted();

    @Message("待接班")
    String waiting();

    @Message("打印")
    String print();

    @Message("交班时未结")
    String work();

    @Message("其中超时未到诊")
    String overdueThen();

    @Message("目前状态")
    String stateNow();

    @Message("尚无值班单位，管理员建立后才能交班。")
    String noUnits();

    @Message("暂无交接班记录。")
    String noHandovers();

    @Message("自己写的交班须由他人接班。")
    String ownHandover();

    @Message("无。")
    String nothingToDo();

    @Message("种类")
    String kindColumn();

    @Message("{#when action}{#is ACKNOWLEDGE}接手{#is COMMENT}备注{#is CLOSE}办结{/when}")
    String deviceAction(DeviceAlert.Action action);

    @Message("{#switch state}{#case 'open'}待接手{#case 'acknowledged'}处理中{#case 'closed'}已办结{#else}{state}{/switch}")
    String deviceAlertState(String state);

    @Message("{#switch state}{#case 'well'}正常{#case 'moderate'}设备异常{#case 'high'}设备失联{#else}尚无上报{/switch}")
    String checkpointState(String state);

    @Message("{#switch site}{#case 'forehead'}额头{#case 'wrist'}手腕{#case 'neck'}颈部{#case 'temple'}颞部{#case 'ear'}耳道"
            + "{#case 'inner-canthus'}内眼角{#case 'axillary'}腋下{#case 'unknown'}不详{#else}{site}{/switch}")
    String siteName(String site);

    @Message("{value} {#switch unit}{#case 's'}秒{#case 'readings'}条{#case 'days'}天{#else}{unit}{/switch}")
    String amount(BigDecimal value, String unit);
}
