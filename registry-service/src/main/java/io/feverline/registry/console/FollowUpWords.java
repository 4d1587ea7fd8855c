package io.feverline.registry.console;

import io.feverline.registry.followup.CauseKind;
import io.feverline.registry.followup.StepKind;
import io.feverline.registry.followup.rule.HalfDay;
import io.feverline.registry.followup.rule.State;
import io.feverline.registry.followup.rule.Symptom;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the follow-ups. */
@MessageBundle("followUp")
public interface FollowUpWords {
    @Message("随访")
    String title();

    @Message("全部未结束")
    String anyState();

    @Message(
            "{#switch state}{#case UNASSIGNED}待分派{#case ASSIGNED}待接受{#case ACCEPTED}随访中{#case COMPLETED}期满结束{#case REFERRED}已转诊{#case CLOSED}已结案{/switch}")
    String state(State state);

    @Message("{#switch kind}{#case CONFIRMED_FEVER}发热已确认{#case KEY_REGION_ARRIVAL}来自重点地区{/switch}")
    String cause(CauseKind kind);

    @Message(
            "{#switch symptom}{#case FEVER}发热{#case COUGH}咳嗽{#case FATIGUE}乏力{#case DYSPNOEA}呼吸困难{#case SORE_THROAT}咽痛{#case NASAL_CONGESTION}鼻塞{#case RUNNING_NOSE}流涕{#case MUSCLE_ACHE}肌痛{#case DIARRHOEA}腹泻{#case OTHER}其他{/switch}")
    String symptom(Symptom symptom);

    @Message(
            "{#switch kind}{#case ASSIGNED}分派{#case ACCEPTED}接受{#case COMPLETED}期满结束{#case REFERRED}转诊{#case CLOSED}结案{#case HANDED_OVER}移交{/switch}")
    String step(StepKind kind);

    @Message("{#switch part}{#case MORNING}上午{#case EVENING}下午{/switch}")
    String half(HalfDay.Part part);

    @Message(
            "{#switch kind}{#case UNASSIGNED}无人负责{#case OVERDUE}超时未接受{#case OTHERS}其余随访{#case MINE}我的随访{#case FOUND}筛选结果{/switch}")
    String part(FollowUpList.Kind kind);

    @Message("只看我的")
    String mine();

    @Message("超时未接受")
    String overdue();

    @Message("有漏测")
    String missed();

    @Message("有发热")
    String feverish();

    @Message("网格员")
    String worker();

    @Message("无人")
    String nobody();

    @Message("筛选")
    String filter();

    @Message("清除筛选")
    String clear();

    @Message("更多")
    String more();

    @Message("现在没有随访。复测确认发热的旅客、来自重点地区的旅客会出现在这里。")
    String none();

    @Message("没有符合条件的随访。")
    String noneFound();

    @Message("漏测 {count} 次")
    String missedCount(long count);

    @Message("本时段待测")
    String dueNow();

    @Message("暂不用测，下次")
    String dueLater();

    @Message("不再需要测量")
    String nothingDue();

    @Message("{#if days > 0}还有 {days} 天{#else}最后一天{/if}")
    String daysLeft(long days);

    @Message("期满")
    String daysOver();

    @Message("随访至")
    String until();

    @Message("最迟接受")
    String acceptBy();

    @Message("接受")
    String accept();

    @Message("领取")
    String take();

    @Message("分派")
    String assign();

    @Message("改派")
    String reassign();

    @Message("留空网格员，则进入区划的待领队列。")
    String assignHelp();

    @Message("区划代码")
    String areaCode();

    @Message("不变")
    String areaStays();

    @Message("手上 {count} 件")
    String workload(long count);

    @Message("记录体温")
    String write();

    @Message("体温 ℃")
    String temperature();

    @Message("症状")
    String symptoms();

    @Message("无")
    String noSymptoms();

    @Message("备注")
    String note();

    @Message("测量时间")
    String takenAt();

    @Message("留空即现在")
    String takenAtHelp();

    @Message("保存")
    String save();

    @Message("更正")
    String correct();

    @Message("已更正")
    String corrected();

    @Message("记录")
    String entries();

    @Message("还没有记录。")
    String noEntries();

    @Message("漏测")
    String notEntered();

    @Message("时段")
    String halfDay();

    @Message("记录人")
    String by();

    @Message("原因")
    String why();

    @Message("经过")
    String steps();

    @Message("还没有人处理。")
    String noSteps();

    @Message("处理")
    String actions();

    @Message("旅客")
    String traveller();

    @Message("行踪")
    String history();

    @Message("期满结束")
    String complete();

    @Message("期满后可以结束。")
    String completeHelp();

    @Message("转诊")
    String referTo();

    @Message("发热门诊")
    String clinic();

    @Message("原因")
    String reason();

    @Message("结案")
    String close();

    @Message("已离开，或建错。")
    String closeHelp();

    @Message("有发热记录：请尽快转诊至发热门诊。")
    String referNow();

    @Message("未发送 # 条")
    String unsent();

    @Message("没有网络。已存在这部手机上，联网后自动发送。")
    String unsentOffline();

    @Message("登录已过期。重新登录后自动发送。")
    String unsentSignedOut();

    @Message("登录")
    String signIn();

    @Message("以下记录未被接受，请改正：")
    String unsentRefused();

    @Message("已全部发送")
    String allSent();

    @Message("重新发送")
    String again();

    @Message("改正")
    String edit();

    @Message("删除")
    String discard();

    @Message("删除这条未发送的记录？")
    String discardSure();

    @Message("还有未发送的记录，退出后将被删除。仍要退出？")
    String leaving();

    @Message("正在发送…")
    String sending();

    @Message("已保存")
    String sent();

    @Message("已存在手机上，稍后发送")
    String kept();
}
