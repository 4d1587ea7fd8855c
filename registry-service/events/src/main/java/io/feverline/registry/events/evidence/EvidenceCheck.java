package io.feverline.registry.events.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.PublicKeyVerify;
import io.feverline.events.identity.Keysets;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Tells whether an archive is as the service signed it. */
public final class EvidenceCheck {
    private final PublicKeyVerify key;

    private EvidenceCheck(PublicKeyVerify key) {
        this.key = key;
    }

    /**
     * A check with the public keys in a file.
     *
     * @param publicKeyset a Tink keyset of Ed25519 without prefix; former keys in it are still believed
     * @throws IllegalStateException if it is none
     */
    public static EvidenceCheck load(Path publicKeyset) {
        return new EvidenceCheck(Keysets.load(publicKeyset, PublicKeyVerify.class));
    }

    /**
     * What was found.
     *
     * @param signed whether the service signed the list of files
     * @param files how many are on it
     * @param wrong names of files that are not as listed: changed, missing, twice, or not on the list
     */
    public record Outcome(boolean signed, int files, List<String> wrong) {
        /** Whether all of it is as it was signed. */
        public boolean intact() {
            return signed && wrong.isEmpty();
        }
    }

    /**
     * Checks an archive.
     *
     * @throws IOException if it cannot be read, or is no archive of evidence
     */
    public Outcome check(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            String text = text(zip, Sums.FILE);
            boolean signed = isSigned(text, text(zip, Sums.SIGNATURE_FILE).strip());
            Map<String, String> listed = Sums.parse(text).hashes();
            var wrong = new TreeSet<String>();
            var found = new TreeMap<String, String>();
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                String name = entry.getName();
                if (name.equals(Sums.FILE) || name.equals(Sums.SIGNATURE_FILE)) {
                    continue;
                }
                if (found.put(name, hash(zip, entry)) != null) {
                    wrong.add(name);
                }
            }
            listed.forEach((name, hash) -> {
                if (!hash.equals(found.get(name))) {
                    wrong.add(name);
                }
            });
            found.keySet().stream().filter(name -> !listed.containsKey(name)).forEach(wrong::add);
            return new Outcome(signed, listed.size(), List.copyOf(wrong));
        } catch (IllegalArgumentException e) {
            throw new IOException("no archive of evidence", e);
        }
    }

    private boolean isSigned(String text, String signature) {
        try {
            key.verify(HexFormat.of().parseHex(signature), Sums.signed(text));
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static String text(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("there is no " + name + " in it");
        }
        try (InputStream content = zip.getInputStream(entry)) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }

    private static String hash(ZipFile zip, ZipEntry entry) throws IOException {
        MessageDigest sha256 = Sums.sha256();
        try (InputStream content = new DigestInputStream(zip.getInputStream(entry), sha256)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(sha256.digest());
    }
}
