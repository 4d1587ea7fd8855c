package io.feverline.local.infra;

import io.feverline.local.Persona;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The page on which one becomes one of the personas, by one button each. */
final class SignInPage {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>登录 Sign in · Feverline</title>
              <style>
                body { font: 1rem/1.5 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
                  background: #0b3644; color: #13242a; display: grid; place-items: center; min-height: 100vh; margin: 0 }
                main { background: #fff; border-radius: .5rem; padding: 1.5rem 2rem;
                  width: min(24rem, 90vw); box-sizing: border-box }
                h1 { font-size: 1.25rem; margin: 0 0 .25rem }
                p { color: #52646b; margin: 0 0 1rem }
                button { width: 100%%; font: inherit; text-align: left; padding: .7rem 1rem; margin-bottom: .5rem;
                  border: 1px solid #0b5c73; border-radius: .25rem; background: #fff; color: #0b5c73; cursor: pointer }
                button:hover, button:focus-visible { background: #0b5c73; color: #fff }
              </style>
            </head>
            <body><main>
              <h1>演示登录 Sign in to the demo</h1>
              <p>本机演示，不核对身份。 A local demonstration: nobody is checked.</p>
              %s
            </main></body>
            </html>
            """;
    private static final String BUTTON = """
            <form method="post">
              <input type="hidden" name="username" value="%s"><input type="hidden" name="claims" value="%s">
              <button>%s</button>
            </form>
            """;

    private SignInPage() {}

    /** Writes it into a folder, and tells where it is. */
    static Path write(Path folder) {
        String buttons = Arrays.stream(Persona.values())
                .map(persona -> BUTTON.formatted(
                        persona.username(),
                        OpenIdProvider.claims(persona).toString().replace("\"", "&quot;"),
                        persona.title()))
                .collect(Collectors.joining());
        try {
            return Files.writeString(folder.resolve("sign-in.html"), PAGE.formatted(buttons));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
