package io.feverline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Clip;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.systemtests.Pages.Listed;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.logging.Logger;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures of all pages, by {@code deploy/screenshots}: a demo county with a few minutes' traffic. */
@EnabledIfSystemProperty(named = ScreenshotsIT.FOLDER, matches = ".+")
@ExtendWith({SharedSystem.class, Chromium.class})
class ScreenshotsIT {
    static final String FOLDER = "feverline.screenshots";

    /** Where those of the README go; nowhere if it is not given. */
    private static final String README_FOLDER = "feverline.screenshots.readme";

    private static final Set<String> README = Set.of(
            "duty-board.zh-CN.1440",
            "duty-alert.zh-CN.1440",
            "console-traveller.zh-CN.1440",
            "console-follow-up.zh-CN.390");

    private static final Logger LOG = Logger.getLogger(ScreenshotsIT.class.getName());
    private static final List<String> LANGUAGES = List.of("zh-CN", "en");
    private static final Map<Integer, Integer> WINDOWS = Map.of(1440, 900, 390, 844);

    /** Room for a bar to scroll by, which pictures have not. */
    private static final String WITHOUT_GUTTER = "document.documentElement.style.scrollbarGutter = 'auto'";

    /** A list may go on for long. */
    private static final int TALLEST = 2_400;

    private static LocalSystem system;

    @BeforeAll
    static void letPeoplePass(LocalSystem running) {
        system = running;
        new Traffic(running, running.devices())
                .run(List.of("--rate", "12/s", "--for", "90s", "--prevalence", "0.02", "--seed", "2020"));
        Passers.pass(running);
    }

    @ParameterizedTest
    @EnumSource
    void of_what_somebody_is_shown(Persona persona, Browser browser) {
        Tour tour;
        String session;
        try (var visitor = Visitor.with(browser, system)) {
            tour = Tour.of(visitor, system, persona);
            session = visitor.session();
        }
        tour.found().stream()
                .filter(listed -> listed.shownTo() == persona)
                .forEach(listed -> LANGUAGES.forEach(
                        language -> take(browser, session, language, listed, page -> tour.show(page, listed))));
        assertThat(tour.found()).containsExactlyInAnyOrderElementsOf(Pages.of(persona));
        assertThat(tour.unlisted()).isEmpty();
    }

    private static void take(Browser browser, String session, String language, Listed listed, Consumer<Page> way) {
        WINDOWS.forEach((width, height) -> {
            var options = new Browser.NewContextOptions()
                    .setLocale(language)
                    .setTimezoneId("Asia/Shanghai")
                    .setStorageState(session)
                    .setViewportSize(width, height);
            try (var window = browser.newContext(options)) {
                Page page = window.newPage();
                way.accept(page);
                page.evaluate(WITHOUT_GUTTER);
                String name = "%s.%s.%d".formatted(listed.name(), language, width);
                int content = (int) page.evaluate("document.documentElement.scrollHeight");
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(file(FOLDER, name))
                        .setFullPage(true)
                        .setClip(new Clip(0, 0, width, Math.max(height, Math.min(content, TALLEST)))));
                if (README.contains(name) && System.getProperty(README_FOLDER) != null) {
                    writeSmall(page.screenshot(), file(README_FOLDER, name));
                }
            }
        });
        LOG.info(() -> listed.name() + " " + language);
    }

    private static Path file(String folder, String name) {
        return Path.of(System.getProperty(folder)).resolve(name + ".png");
    }

    /** The same picture, packed as well as can be: it goes into the repository. */
    private static void writeSmall(byte[] png, Path file) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam best = writer.getDefaultWriteParam();
        best.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        best.setCompressionQuality(0);
        try {
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(png));
            var opaque = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
            opaque.getGraphics().drawImage(read, 0, 0, null);
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            try (var out = new FileImageOutputStream(file.toFile())) {
                writer.setOutput(out);
                writer.write(null, new IIOImage(opaque, null, null), best);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }
}
