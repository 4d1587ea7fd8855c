package io.feverline.registry.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DeviceKeyTest {
    @Test
    void is_drawn_anew_with256_bits() {
        assertThat(DeviceKey.draw().text()).matches("flk_[A-Za-z0-9_-]{43}");
        assertThat(DeviceKey.draw()).isNotEqualTo(DeviceKey.draw());
    }

    @Test
    void is_stored_as_sha256_of_its_text() {
        assertThat(HexFormat.of().formatHex(new DeviceKey("abc").hash()))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void does_not_print_itself() {
        assertThat(new DeviceKey("flk_secret")).hasToString("DeviceKey");
    }
}
