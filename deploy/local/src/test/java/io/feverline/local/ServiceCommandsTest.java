package io.feverline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What services are told. */
class ServiceCommandsTest {
    @Test
    void a_folder_may_have_blanks_and_commas_in_its_name() {
        assertThat(ServiceCommands.locations(Path.of("/my data, 2020/a.properties"), Path.of("/b.properties")))
                .isEqualTo("file:///my%20data\\,%202020/a.properties,file:///b.properties");
    }
}
