package io.feverline.local.cli;

import io.feverline.local.LocalProblem;
import io.feverline.local.LocalSystem;
import io.feverline.local.ServiceProcess;
import io.feverline.local.process.Child;
import io.feverline.local.process.Tier;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * What happens when a process ends unasked: it is told with its log; a service is started again, the simulator is not
 * missed, and without database or broker everything stops.
 */
final class Deaths implements Consumer<Child> {
    private static final int MOST_RESTARTS = 5;

    private final LocalSystem system;
    private final Screen screen;
    private final CompletableFuture<Integer> over;
    private final AtomicInteger restarts = new AtomicInteger();

    Deaths(LocalSystem system, Screen screen, CompletableFuture<Integer> over) {
        this.system = system;
        this.screen = screen;
        this.over = over;
    }

    @Override
    public void accept(Child child) {
        String name = child.spec().name();
        system.data().keepLogs();
        screen.say("✗ %s 意外退出（代码 %d），日志 ended unexpectedly with code %d, log: %s"
                .formatted(
                        name, child.exitCode(), child.exitCode(), child.spec().log()));
        Tier tier = child.spec().tier();
        if (tier == Tier.SERVICE && restarts.incrementAndGet() <= MOST_RESTARTS) {
            system.serviceOf(child).ifPresent(service -> new Thread(() -> restart(service), "restart " + name).start());
        } else if (tier != Tier.SIMULATOR) {
            over.completeExceptionally(
                    new LocalProblem("没有 %s 系统无法运行。 The system cannot run without %s; its log says why it ended: %s"
                            .formatted(name, name, child.spec().log())));
        }
    }

    private void restart(ServiceProcess service) {
        String name = service.service().folder();
        screen.say(name + " 重新启动 is started again");
        try {
            service.start();
            screen.say(name + " 已恢复 is back");
        } catch (RuntimeException e) {
            over.completeExceptionally(e);
        }
    }
}
