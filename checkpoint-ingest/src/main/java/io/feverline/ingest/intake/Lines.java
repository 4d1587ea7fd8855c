package io.feverline.ingest.intake;

import io.feverline.ingest.reading.Reason;
import io.feverline.ingest.reading.Rejected;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of a body as they arrive. Holds one line and what was read ahead; of an overlong line nothing. */
public final class Lines {
    private static final int READ_AHEAD = 8192;

    private final Body body;
    private final int longest;
    private final byte[] window;
    private int count;
    private int from;
    private int to;

    /**
     * Lines still to be read.
     *
     * @param longest bytes of a line, without its end
     */
    public Lines(Body body, int longest) {
        this.body = body;
        this.longest = longest;
        this.window = new byte[longest + READ_AHEAD];
    }

    /**
     * The next line that is not blank; null after the last.
     *
     * @throws Rejected if the body is broken from here on; a line that is too long is an item that cannot be read
     */
    public Items.@Nullable Slice next() throws Rejected, IOException {
        for (int length = lineLength(); length >= 0; length = lineLength()) {
            int start = from;
            if (length > longest) {
                count++;
                skipLine();
                return Items.unreadable(new Rejected(
                        Reason.LINE_TOO_LONG, "每行最多 " + longest + " 字节 / a line has at most " + longest + " bytes"));
            }
            from = Math.min(start + length + 1, to);
            if (!Items.blank(window, start, start + length)) {
                count++;
                return Items.whole(Arrays.copyOfRange(window, start, start + length));
            }
        }
        return null;
    }

    /** How many lines there were so far. */
    public int count() {
        return count;
    }

    /** Bytes before the next line's end, more than the longest if it is not in sight; -1 when there is no more line. */
    private int lineLength() throws Rejected, IOException {
        for (int length = 0; length <= longest; length++) {
            if (from + length == to && !fill()) {
                return length == 0 ? -1 : length;
            }
            if (window[from + length] == '\n') {
                return length;
            }
        }
        return longest + 1;
    }

    private void skipLine() throws Rejected, IOException {
        while (from < to || fill()) {
            if (window[from++] == '\n') {
                return;
            }
        }
    }

    /** Reads on behind what is held; false at the end. */
    private boolean fill() throws Rejected, IOException {
        if (to == window.length) {
            System.arraycopy(window, from, window, 0, to - from);
            to -= from;
            from = 0;
        }
        int count = body.read(window, to, window.length - to);
        while (count == 0) {
            count = body.read(window, to, window.length - to);
        }
        to += Math.max(count, 0);
        return count > 0;
    }
}
