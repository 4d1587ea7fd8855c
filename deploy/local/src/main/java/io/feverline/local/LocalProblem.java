package io.feverline.local;

/** Something the person at the keyboard can put right; the message is one sentence that says how. */
public class LocalProblem extends RuntimeException {
    /** With that sentence. */
    public LocalProblem(String sentence) {
        super(sentence);
    }

    /** With that sentence, and what it was learnt from. */
    public LocalProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
