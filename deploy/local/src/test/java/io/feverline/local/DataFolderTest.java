package io.feverline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path folder;

    @Test
    void two_systems_never_share_one() {
        DataFolder first = DataFolder.open(folder);
        assertThatThrownBy(() -> DataFolder.open(folder))
                .isInstanceOf(LocalProblem.class)
                .hasMessageContaining("--data");
        first.close();
        DataFolder.open(folder).close();
    }

    @Test
    void a_given_one_stays_and_a_temporary_one_goes() {
        DataFolder given = DataFolder.open(folder);
        given.close();
        assertThat(folder).exists();

        DataFolder temporary = DataFolder.open(null);
        assertThat(temporary.logs()).isDirectory();
        temporary.close();
        assertThat(temporary.path()).doesNotExist();
    }

    @Test
    void when_something_went_wrong_the_logs_of_a_temporary_one_stay() throws Exception {
        DataFolder temporary = DataFolder.open(null);
        Path log = Files.writeString(temporary.logs().resolve("kafka.log"), "why");
        Path other = Files.writeString(temporary.path().resolve("secret"), "");
        temporary.keepLogs();
        temporary.close();
        assertThat(log).hasContent("why");
        assertThat(other).doesNotExist();
        Files.delete(log);
        Files.delete(temporary.logs());
        Files.delete(temporary.path());
    }

    @Test
    void what_is_no_folder_is_refused_with_a_sentence() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> DataFolder.open(file)).isInstanceOf(LocalProblem.class);
    }
}
