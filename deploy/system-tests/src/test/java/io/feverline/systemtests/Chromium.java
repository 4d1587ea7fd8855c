package io.feverline.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands every test the same browser: the one that is installed, else Debian's, which root can have, else the one that
 * Playwright fetches. Without any the tests fail, and say what to do: that a page works is not to be taken on trust.
 */
final class Chromium implements ParameterResolver {
    private static final List<String> PROGRAMS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Running.class, type -> Running.start(), Running.class)
                .browser();
    }

    private record Running(Playwright playwright, Browser browser) implements AutoCloseable {
        static Running start() {
            Optional<Path> program = installed().or(Chromium::fromDebian);
            var environment =
                    program.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.<String, String>of();
            try {
                Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
                var options = new BrowserType.LaunchOptions().setArgs(List.of("--no-sandbox"));
                program.ifPresent(options::setExecutablePath);
                return new Running(playwright, playwright.chromium().launch(options));
            } catch (PlaywrightException e) {
                throw new IllegalStateException(
                        "找不到浏览器：请安装 Chromium 后重试。 There is no browser, and none could be fetched: install Chromium and try"
                                + " again.",
                        e);
            }
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }

    private static Optional<Path> installed() {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .flatMap(folder -> PROGRAMS.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Of a system that has packages, for who may install them. */
    private static Optional<Path> fromDebian() {
        try {
            if (run("id", "-u").equals("0") && Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
                run("apt-get", "-qq", "update");
                run("apt-get", "-qq", "--yes", "--no-install-recommends", "install", "chromium", "fonts-noto-cjk");
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        return installed();
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        if (!process.waitFor(1, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return output;
    }
}
