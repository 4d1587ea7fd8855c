package io.feverline.registry.rest;

/** What identifiers look like. */
public final class Shapes {
    /** Ids that people give to checkpoints and devices; safe in a URL and as a record key. */
    static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    public static final String AREA_CODE = "[0-9]{6}([0-9]{3}){0,3}";

    /** Words of people about people: without what looks like a telephone's or a document's number. */
    static final String WORDS = "(?![\\s\\S]*[0-9]{7})[\\s\\S]*";

    static final String WORDS_MESSAGE = "不得含电话、证件等号码 / must not contain numbers of telephones or documents";
    static final String CHECKPOINT_KIND = "highway-exit|bus-station|bus|corridor|railway-station|venue|other";

    static final String DIRECTION = "entry|exit|both";

    static final String MEASURING_SITE = "unknown|forehead|wrist|neck|temple|ear|inner-canthus|axillary";

    static final String MEASURING_MODE = "surface|body";

    private Shapes() {}
}
