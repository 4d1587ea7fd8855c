package io.feverline.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WatchdogTest {
    @TempDir
    Path folder;

    @Test
    void a_killed_parent_takes_its_children_and_its_temporary_folder_along() throws Exception {
        Process parent = new ProcessBuilder(new JavaCommand("32m")
                        .mainClass(Path.of(System.getProperty("java.class.path")), Parent.class, folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long pid = Long.parseLong(parent.inputReader().readLine());
        ProcessHandle child = ProcessHandle.of(pid).orElseThrow();

        parent.destroyForcibly();

        child.onExit().get(20, TimeUnit.SECONDS);
        while (Files.exists(folder.resolve("temporary"))) {
            Thread.onSpinWait();
        }
        assertThat(child.isAlive()).isFalse();
    }

    /** A parent that starts a child, says its process id and waits to be killed. */
    static final class Parent {
        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            Children children = new Children();
            children.removeAfterwards(Files.createDirectory(folder.resolve("temporary")));
            Child child = children.start(new ChildSpec(
                    "child", Tier.SERVICE, java.util.List.of("sleep", "600"), folder, folder.resolve("log")));
            System.out.println(child.pid());
            child.ended().join();
        }
    }
}
