package io.feverline.gateway;

import static io.feverline.gateway.Readings.id;
import static io.feverline.gateway.Readings.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskQueueTest {

    private static final long ROOM = 1024 * 1024;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("gate.queue");
    }

    private static DiskQueue open(Path file) throws IOException {
        return DiskQueue.open(file, ROOM, false, null);
    }

    private static List<UUID> ids(DiskQueue queue) {
        return queue.pending().stream().map(Queued::id).toList();
    }

    private static String number(Queued queued) {
        return queued.body().replaceAll(".*\"seq\":(\\d+),\"bootId\":\"([^\"]*)\".*", "$2/$1");
    }

    @Test
    void a_kill_at_any_byte_loses_nothing_that_was_kept_and_brings_back_nothing_that_was_done() throws IOException {
        TreeMap<Long, List<UUID>> truth = new TreeMap<>();
        try (DiskQueue queue = DiskQueue.open(file, ROOM, false, "boot")) {
            truth.put(0L, List.of());
            truth.put(Files.size(file), List.of());
            for (int n = 0; n < 8; n++) {
                queue.put(reading(n), "note " + n);
                truth.put(Files.size(file), ids(queue));
                if (n % 3 == 2) {
                    queue.done(List.of(id(n - 1)));
                    truth.put(Files.size(file), ids(queue));
                }
            }
        }
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length <= whole.length; length++) {
            Path cut = folder.resolve("cut.queue");
            Files.write(cut, Arrays.copyOf(whole, length));
            List<UUID> expected =
                    new ArrayList<>(truth.floorEntry((long) length).getValue());
            try (DiskQueue queue = open(cut)) {
                assertThat(ids(queue)).as("cut at byte %d", length).isEqualTo(expected);
                assertThat(queue.damaged()).as("cut at byte %d", length).isZero();
                queue.put(reading(99), "");
            }
            try (DiskQueue queue = open(cut)) {
                expected.add(id(99));
                assertThat(ids(queue)).as("cut at byte %d, gone on", length).isEqualTo(expected);
            }
        }
    }

    @Test
    void a_reading_comes_back_as_it_was_put() throws IOException {
        Queued put;
        try (DiskQueue queue = open(file)) {
            put = queue.put(reading(1), "备注\n\"note\"");
        }
        try (DiskQueue queue = open(file)) {
            assertThat(queue.pending()).containsExactly(put);
        }
    }

    @Test
    void numbers_begin_at_0_and_go_on_after_a_restart() throws IOException {
        try (DiskQueue queue = DiskQueue.open(file, ROOM, false, "first")) {
            assertThat(number(queue.put(reading(1), ""))).isEqualTo("first/0");
            queue.done(List.of(id(1)));
        }
        try (DiskQueue queue = open(file)) {
            assertThat(number(queue.put(reading(2), ""))).isEqualTo("first/1");
        }
        try (DiskQueue queue = DiskQueue.open(file, ROOM, false, "second")) {
            assertThat(number(queue.put(reading(3), ""))).isEqualTo("second/0");
        }
    }

    @Test
    void a_reading_cut_short_leaves_no_hole_in_the_numbers() throws IOException {
        try (DiskQueue queue = DiskQueue.open(file, ROOM, false, "boot")) {
            queue.put(reading(1), "");
            queue.put(reading(2), "");
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(bytes.length() - 1);
        }
        try (DiskQueue queue = open(file)) {
            assertThat(number(queue.put(reading(3), ""))).isEqualTo("boot/1");
        }
    }

    @Test
    void what_is_done_is_swept_out_and_what_waits_stays() throws IOException {
        try (DiskQueue queue = DiskQueue.open(file, ROOM, true, "boot")) {
            queue.put(reading(0), "stays");
            for (int n = 1; n < 3_000; n++) {
                queue.put(reading(n), "");
                queue.done(List.of(id(n)));
                assertThat(Files.size(file)).isLessThan(300 * 1024);
            }
            queue.put(reading(3_000), "");
        }
        try (DiskQueue queue = open(file)) {
            assertThat(ids(queue)).containsExactly(id(0), id(3_000));
            assertThat(number(queue.pending().get(0))).isEqualTo("boot/0");
            assertThat(number(queue.put(reading(3_001), ""))).isEqualTo("boot/3001");
        }
    }

    @Test
    void a_sweep_that_was_killed_has_changed_nothing() throws IOException {
        try (DiskQueue queue = open(file)) {
            queue.put(reading(1), "");
        }
        Files.writeString(folder.resolve("gate.queue.new"), "feverline gateway queue 1\nhalf a li");
        try (DiskQueue queue = open(file)) {
            assertThat(ids(queue)).containsExactly(id(1));
        }
    }

    @Test
    void a_full_queue_says_so_keeps_what_it_has_and_uses_up_no_number() throws IOException {
        try (DiskQueue queue = DiskQueue.open(file, 800, false, "boot")) {
            queue.put(reading(1), "");
            queue.put(reading(2), "");
            assertThatThrownBy(() -> queue.put(reading(3), "")).isInstanceOf(QueueFullException.class);
            assertThat(ids(queue)).containsExactly(id(1), id(2));
            queue.done(List.of(id(1)));
            assertThat(number(queue.put(reading(4), ""))).isEqualTo("boot/2");
        }
    }

    @Test
    void a_tail_of_zeros_as_a_blackout_leaves_it_is_dropped() throws IOException {
        try (DiskQueue queue = open(file)) {
            queue.put(reading(1), "");
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(bytes.length() + 4_096);
        }
        try (DiskQueue queue = open(file)) {
            queue.put(reading(2), "");
        }
        try (DiskQueue queue = open(file)) {
            assertThat(ids(queue)).containsExactly(id(1), id(2));
        }
    }

    @Test
    void a_line_that_the_disk_has_changed_harms_no_other_and_is_counted() throws IOException {
        try (DiskQueue queue = open(file)) {
            queue.put(reading(1), "");
            queue.put(reading(2), "");
            queue.put(reading(3), "");
        }
        String text = Files.readString(file);
        Files.writeString(file, text.replace(id(2).toString(), id(7).toString()));
        try (DiskQueue queue = open(file)) {
            assertThat(ids(queue)).containsExactly(id(1), id(3));
            assertThat(queue.damaged()).isEqualTo(1);
        }
    }

    @Test
    void a_file_that_is_no_queue_is_left_alone() throws IOException {
        Files.writeString(file, "somebody's diary\n");
        assertThatThrownBy(() -> open(file)).isInstanceOf(IOException.class).hasMessageContaining("move it away");
        assertThat(file).content(StandardCharsets.UTF_8).isEqualTo("somebody's diary\n");
    }

    @Test
    void one_queue_has_one_process() throws IOException {
        try (DiskQueue queue = open(file)) {
            assertThatThrownBy(() -> open(file)).isInstanceOf(IOException.class).hasMessageContaining("in use");
            queue.put(reading(1), "");
        }
        try (DiskQueue queue = open(file)) {
            assertThat(ids(queue)).containsExactly(id(1));
        }
    }

    @Test
    void only_the_owner_may_read_what_waits() throws IOException {
        Assumptions.assumeTrue(
                file.getFileSystem().supportedFileAttributeViews().contains("posix"));
        try (DiskQueue queue = open(file)) {
            queue.put(reading(1), "");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void an_interrupt_of_the_one_who_measures_does_not_close_the_file() throws IOException {
        try (DiskQueue queue = open(file)) {
            Thread.currentThread().interrupt();
            queue.put(reading(1), "");
            assertThat(Thread.interrupted()).isTrue();
            queue.put(reading(2), "");
            assertThat(ids(queue)).containsExactly(id(1), id(2));
        }
    }
}
