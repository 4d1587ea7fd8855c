package io.feverline.registry.rest;

/** What identifiers look like. */
public final class Shapes {
    /** Ids that people give to checkpoints and devices; safe in a URL and as a record key. */
    static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    public static final String AREA_CODE = "[0-9]{6}([0-9]{3}){0,3}";

    /** Words of people about people: without what looks like a telephone's or a document's number. */
    static final String WORDS = "(?![\\s\\S]*[0-9]{7})[\\s\\S]*";

    static final String WORDS_MESSAGE = "不得含电话、证件等号码 / must not contain numbers of telephones or documents";

    /** Whom the sign-in names, whoever that makes the names. */
    public static final String ACTOR = "[ -~\\p{L}]{1,255}";

    public static final String ACTOR_MESSAGE = "须为 1 至 255 个字母、数字或符号 / must be 1 to 255 letters, digits or signs";

    /** What the audit log calls things: by their ids, days, areas with a day, and reports. */
    public static final String SUBJECT = ID + "(/[0-9]{4}-[0-9]{2}-[0-9]{2}(/[a-z][a-z0-9-]{0,31})?)?";

    public static final String SUBJECT_MESSAGE = "须为编号、日期或日报 / must be an id, a day or a report's path";

    /** Whom the sign-in names, without what looks like a telephone's or a document's number; a UUID may. */
    public static final String WORKER =
            "(?=[!-~]{1,255}$)([0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}|(?![0-9]{7})[!-~])+";

    public static final String WORKER_MESSAGE =
            "须为登录标识，不得含电话、证件等号码 / must be the subject of a sign-in, without numbers of telephones or documents";

    static final String CHECKPOINT_KIND = "highway-exit|bus-station|bus|corridor|railway-station|venue|other";

    static final String DIRECTION = "entry|exit|both";

    static final String MEASURING_SITE = "unknown|forehead|wrist|neck|temple|ear|inner-canthus|axillary";

    static final String MEASURING_MODE = "surface|body";

    private Shapes() {}
}
