package io.feverline.registry.events.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The list of an archive's files.
 *
 * @param hashes SHA-256, 64 hexadecimal digits, by the file's name
 */
public record Sums(Map<String, String> hashes) {
    /** The name of the list's own file. */
    public static final String FILE = "SHA256SUMS";

    /** The name of the file with the list's signature, Ed25519 (RFC 8032), hexadecimal. */
    public static final String SIGNATURE_FILE = "SHA256SUMS.sig";

    private static final byte[] WHAT = "feverline evidence 1\n".getBytes(UTF_8);
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *]([^/\\\\]+)");

    /** Sorted by name. */
    public Sums {
        hashes = new TreeMap<>(hashes);
    }

    /** The hash of a file's content. */
    public static String hash(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** As sha256sum writes and checks it. */
    public String text() {
        return hashes.entrySet().stream()
                .map(file -> file.getValue() + "  " + file.getKey() + "\n")
                .collect(Collectors.joining());
    }

    /**
     * The list that a text is.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Sums parse(String text) {
        var hashes = new TreeMap<String, String>();
        for (String line : text.lines().toList()) {
            Matcher file = LINE.matcher(line);
            if (!file.matches() || hashes.put(file.group(2), file.group(1)) != null) {
                throw new IllegalArgumentException("no list of files");
            }
        }
        return new Sums(hashes);
    }

    /** The bytes that are signed: what it is, so that it can be nothing else, then the list. */
    static byte[] signed(String text) {
        byte[] list = text.getBytes(UTF_8);
        byte[] all = new byte[WHAT.length + list.length];
        System.arraycopy(WHAT, 0, all, 0, WHAT.length);
        System.arraycopy(list, 0, all, WHAT.length, list.length);
        return all;
    }
}
