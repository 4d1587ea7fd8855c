package io.feverline.local.infra;

import io.feverline.local.LocalProblem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked once from the class path. */
final class PostgresBinaries {
    private static final int ANY_EXECUTE_BIT = 0111;

    private final Path cache;

    PostgresBinaries(Path cache) {
        this.cache = cache;
    }

    /** The folder with bin/ and lib/, unpacked if it is not there yet. */
    Path unpacked() {
        String archive = archive();
        Path target = cache.resolve(archive.replace(".txz", ""));
        if (!Files.isDirectory(target)) {
            try (InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
                if (packed == null) {
                    throw new LocalProblem(
                            "没有适用于本机的 PostgreSQL（%s）。 No PostgreSQL for this machine (%s): use Linux or macOS on x86-64 or ARM64."
                                    .formatted(archive, archive));
                }
                unpack(packed, target);
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL could not be unpacked to " + target, e);
            }
        }
        return target;
    }

    private static String archive() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String machine = System.getProperty("os.arch");
        return "postgres-%s-%s.txz"
                .formatted(os, machine.equals("aarch64") ? "arm_64" : machine.equals("amd64") ? "x86_64" : machine);
    }

    /** Into a folder beside it first: a half unpacked one must never be taken for whole. */
    private void unpack(InputStream packed, Path target) throws IOException {
        Files.createDirectories(cache);
        Path half = Files.createTempDirectory(cache, "unpacking");
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, half.resolve(entry.getName()).normalize());
            }
        }
        half.toFile().setReadable(true, false);
        half.toFile().setExecutable(true, false);
        Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, file);
        if ((entry.getMode() & ANY_EXECUTE_BIT) != 0) {
            Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
            Files.setPosixFilePermissions(file, permissions);
        }
    }
}
