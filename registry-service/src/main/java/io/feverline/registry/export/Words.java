package io.feverline.registry.export;

import java.util.Locale;
import java.util.Map;

/** The contract's enumerations in words for people. */
final class Words {
    private static final Map<String, String> SITES = Map.of(
            "FOREHEAD", "额头 / forehead",
            "WRIST", "手腕 / wrist",
            "NECK", "颈部 / neck",
            "TEMPLE", "太阳穴 / temple",
            "EAR", "耳 / ear",
            "INNER_CANTHUS", "内眦 / inner canthus",
            "AXILLARY", "腋下 / axilla",
            "UNKNOWN", "未知 / unknown");

    private static final Map<String, String> MODES = Map.of(
            "SURFACE", "体表，未修正 / bare skin, not adjusted",
            "BODY", "设备已修正 / adjusted by the device");

    private static final Map<String, String> LANES = Map.of(
            "LIVE", "实时 / live",
            "LATE", "补传 / late");

    private static final Map<String, String> VERDICTS = Map.of(
            "NORMAL", "正常 / normal",
            "FEVER", "发热 / fever",
            "INVALID_COLD", "过冷，无效 / too cold to tell");

    private static final Map<String, String> FINDINGS = Map.of(
            "SILENT", "失联 / silent",
            "STUCK", "读数不变 / stuck",
            "FLAT", "读数过平 / flat",
            "DRIFTING", "漂移 / drifting",
            "GAPS", "缺读数 / gaps",
            "CLOCK", "时钟不准 / clock off",
            "CALIBRATION", "校准逾期 / calibration expired",
            "OTHER", "其他 / other");

    private Words() {}

    static String site(String name) {
        return of(SITES, name);
    }

    static String mode(String name) {
        return of(MODES, name);
    }

    static String lane(String name) {
        return of(LANES, name);
    }

    static String verdict(String name) {
        return of(VERDICTS, name);
    }

    static String finding(String name) {
        return of(FINDINGS, name);
    }

    static String yesOrNo(boolean yes) {
        return yes ? "是 / yes" : "否 / no";
    }

    /** A constant that is newer than these words stands for itself. */
    private static String of(Map<String, String> words, String name) {
        return words.getOrDefault(name, name.toLowerCase(Locale.ROOT));
    }
}
