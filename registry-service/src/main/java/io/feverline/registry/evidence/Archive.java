package io.feverline.registry.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.feverline.registry.events.evidence.Sums;
import io.feverline.registry.events.evidence.SumsSigner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that are to be one archive. Of one thread at a time. */
final class Archive {
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    void add(String name, byte[] content) {
        files.put(name, content);
    }

    /** All of them with their list and its signature, as a ZIP. */
    byte[] sealed(SumsSigner signer) {
        var sums = new Sums(files.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, file -> Sums.hash(file.getValue()))));
        add(Sums.FILE, sums.text().getBytes(UTF_8));
        add(Sums.SIGNATURE_FILE, signer.sign(sums).getBytes(UTF_8));
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
