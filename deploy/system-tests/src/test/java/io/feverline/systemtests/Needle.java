package io.feverline.systemtests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Something to look for in bytes, in every form that it is likely to be written in.
 *
 * @param name what it is called when it is found
 * @param forms each byte as the character of its number
 */
record Needle(String name, Set<String> forms) {
    /** A text in UTF-8 and UTF-16, percent-encoded, escaped as in JSON, and its UTF-8 in hexadecimal and Base64. */
    static Needle text(String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        Set<String> forms = new TreeSet<>();
        forms.add(latin(utf8));
        forms.add(latin(text.getBytes(UTF_16LE)));
        forms.add(latin(text.getBytes(UTF_16BE)));
        forms.add(URLEncoder.encode(text, UTF_8));
        forms.add(text.chars()
                .mapToObj(c -> c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c))
                .collect(Collectors.joining()));
        forms.add(HexFormat.of().formatHex(utf8));
        forms.add(HexFormat.of().withUpperCase().formatHex(utf8));
        for (int before = 0; before < 3; before++) {
            forms.add(inBase64(Base64.getEncoder(), utf8, before));
            forms.add(inBase64(Base64.getUrlEncoder(), utf8, before));
        }
        return new Needle(text, forms);
    }

    /** The characters that depend on nothing else, with so many bytes before it. */
    private static String inBase64(Base64.Encoder encoder, byte[] content, int before) {
        byte[] shifted = new byte[before + content.length];
        System.arraycopy(content, 0, shifted, before, content.length);
        String encoded = encoder.withoutPadding().encodeToString(shifted);
        boolean wholeAtTheEnd = shifted.length % 3 == 0;
        return encoded.substring(before == 0 ? 0 : before + 1, encoded.length() - (wholeAtTheEnd ? 0 : 1));
    }

    /** @param haystack each byte as the character of its number */
    boolean isIn(String haystack) {
        return forms.stream().anyMatch(haystack::contains);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    @Override
    public String toString() {
        return name;
    }

    /** All of these texts. */
    static Set<Needle> texts(String... texts) {
        return Arrays.stream(texts).map(Needle::text).collect(Collectors.toSet());
    }
}
