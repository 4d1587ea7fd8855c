package io.feverline.registry.events.csv;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

/** CSV (RFC 4180) that people open with a spreadsheet: what all such files of ours have in common. */
public final class SpreadsheetCsv {
    /** In front of UTF-8: without it Excel takes the text for the system's code page, GBK in China. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String BEGIN_FORMULAS = "=+-@＝＋－＠";

    private SpreadsheetCsv() {}

    /** Writes rows, each an array or a list of texts. */
    public static ObjectWriter rows() {
        return new CsvMapper()
                .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
                .writer(CsvSchema.emptySchema().withLineSeparator("\r\n"));
    }

    /**
     * What a spreadsheet would take for a formula is made a text again by an apostrophe in front, which it does not
     * show (OWASP ASVS 5.0, 1.2.10); the wide forms too, for spreadsheets of East Asia narrow them. A text that has
     * come with such an apostrophe gets another, so that {@link #original} finds each as it was.
     */
    public static String harmless(String text) {
        if (text.isBlank()) {
            return "";
        }
        return isHarmful(text) ? "'" + text : text;
    }

    /** What {@link #harmless} was given, of what it gave. */
    public static String original(String text) {
        return text.startsWith("'") && isHarmful(text.substring(1)) ? text.substring(1) : text;
    }

    private static boolean isHarmful(String text) {
        int apostrophes = 0;
        while (apostrophes < text.length() && text.charAt(apostrophes) == '\'') {
            apostrophes++;
        }
        String behind = text.substring(apostrophes);
        String bare = behind.stripLeading();
        return !bare.isEmpty() && (behind.charAt(0) < ' ' || BEGIN_FORMULAS.indexOf(bare.charAt(0)) >= 0);
    }
}
