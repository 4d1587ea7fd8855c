package io.feverline.registry.console;

import io.feverline.registry.keyregion.KeyRegionLevel;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of key regions, of who came from them, and of who has not left. */
@MessageBundle("region")
public interface RegionWords {
    @Message("重点地区")
    String title();

    @Message("现行")
    String current();

    @Message("已结束")
    String ended();

    @Message("没有现行的重点地区。")
    String none();

    @Message("没有已结束的重点地区。")
    String noneEnded();

    @Message("编号")
    String id();

    @Message("字母、数字与 . _ -，如 wuhan-2020")
    String idHelp();

    @Message("名称")
    String name();

    @Message("等级")
    String level();

    @Message("{#switch level}{#case HIGH}高风险{#case MEDIUM}中风险{/switch}")
    String levelOf(KeyRegionLevel level);

    @Message("来源区划代码")
    String areaPrefix();

    @Message("如 420100；省、市代码代表其全部")
    String areaPrefixHelp();

    @Message("号牌字头")
    String platePrefix();

    @Message("如 鄂A；与区划代码至少填一项")
    String platePrefixHelp();

    @Message("自")
    String validFrom();

    @Message("留空即现在")
    String validFromHelp();

    @Message("止（不含）")
    String validTo();

    @Message("未定则留空")
    String validToHelp();

    @Message("未定")
    String open();

    @Message("依据")
    String legalBasis();

    @Message("通告或命令的文号")
    String legalBasisHelp();

    @Message("状态")
    String state();

    @Message("未开始")
    String coming();

    @Message("生效中")
    String active();

    @Message("已定结束")
    String ending();

    @Message("已结束")
    String over();

    @Message("列入重点地区")
    String add();

    @Message("列入后只能结束，不能修改。近日已有的行踪会按新名单回查。")
    String addHelp();

    @Message("列入")
    String addDo();

    @Message("导入 CSV")
    String importCsv();

    @Message("结束")
    String end();

    @Message("须晚于现在与开始时间；之后的行踪不再算作来自重点地区。")
    String endHelp();

    @Message("结束时间")
    String endAt();

    @Message("名单变更后的回查")
    String runs();

    @Message("每次变更后，已有的行踪按新名单重新判断。数字仅限您的辖区。")
    String runsHelp();

    @Message("还没有变更。")
    String noRuns();

    @Message("变更")
    String changed();

    @Message("变更人")
    String changedBy();

    @Message("回查期间")
    String period();

    @Message("已看行踪")
    String looked();

    @Message("新增来人")
    String added();

    @Message("撤回")
    String withdrawn();

    @Message("至今及以后")
    String onwards();

    @Message("进行中")
    String running();

    @Message("已完成")
    String finished();

    @Message("重点地区来人")
    String arrivals();

    @Message("此地区来人")
    String arrivalsOf();

    @Message("重点地区")
    String region();

    @Message("全部")
    String allRegions();

    @Message("旅客")
    String traveller();

    @Message("车辆")
    String vehicle();

    @Message("未登记")
    String anonymous();

    @Message("去向")
    String destination();

    @Message("这些天没有来自重点地区的旅客。")
    String noArrivals();

    @Message("每次查看都会记录在审计日志中。")
    String onRecord();

    @Message("过境逾期未离")
    String overdue();

    @Message("从入口进入、说明前往他县，而未见离开的车辆和旅客。")
    String overdueHelp();

    @Message("对象")
    String whose();

    @Message("车辆")
    String vehicles();

    @Message("旅客")
    String travellers();

    @Message("进入")
    String entered();

    @Message("应离开")
    String leaveBy();

    @Message("含未说明去向的")
    String undeclared();

    @Message("未说明")
    String notStated();

    @Message("这些天没有逾期未离的。")
    String noOverdue();
}
