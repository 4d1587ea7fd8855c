package io.feverline.local.cli;

import io.feverline.local.LocalProblem;
import io.feverline.local.LocalSystem;
import io.feverline.local.accounting.Accounting;
import io.feverline.local.accounting.Summary;
import io.feverline.local.process.Child;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** One run of {@code deploy/up}, from the first process to the last one's end. */
final class Session {
    private final LocalSystem system;
    private final Screen screen;
    private final @Nullable SimulatorOptions simulation;
    private final CompletableFuture<Integer> over = new CompletableFuture<>();
    private volatile boolean interrupted;

    Session(LocalSystem system, Screen screen, @Nullable SimulatorOptions simulation) {
        this.system = system;
        this.screen = screen;
        this.simulation = simulation;
    }

    int run() {
        Thread onSignal = new Thread(this::stopOnSignal, "stop");
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            screen.say("启动中，日志在 starting, logs in " + system.data().logs());
            system.start();
            system.onDeath(new Deaths(system, screen, over));
            RunningFile.of(system).write();
            screen.show(new TryNext(system).text());
            if (simulation != null) {
                simulate(simulation);
            }
            return over.join();
        } catch (RuntimeException e) {
            if (interrupted) {
                return 0;
            }
            throw e instanceof CompletionException && e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            if (!interrupted) {
                stop();
                Runtime.getRuntime().removeShutdownHook(onSignal);
            }
        }
    }

    private void simulate(SimulatorOptions options) {
        Simulator simulator = new Simulator(system, options);
        Accounting accounting = new Accounting(system, simulator.ledger());
        Child child = simulator.start();
        screen.say("模拟器运行中 simulating, log in " + simulator.log());
        if (options.length() != null) {
            child.expectEnd();
            var unused = child.ended()
                    .thenApply(ended -> count(ended, accounting))
                    .whenComplete((code, problem) -> {
                        if (problem == null) {
                            over.complete(code);
                        } else {
                            over.completeExceptionally(problem);
                        }
                    });
        }
    }

    private int count(Child simulator, Accounting accounting) {
        if (simulator.exitCode() != 0) {
            system.data().keepLogs();
            throw new LocalProblem("模拟器中断，原因见日志。 The simulator broke off; its log says why: "
                    + simulator.spec().log());
        }
        screen.say("模拟结束，等待系统处理完毕 simulation over, waiting for the system to finish");
        Summary summary = accounting.settle();
        screen.show(summary.text());
        if (summary.agrees()) {
            return 0;
        }
        system.data().keepLogs();
        return 1;
    }

    private void stopOnSignal() {
        interrupted = true;
        stop();
    }

    private void stop() {
        screen.say("正在停止 stopping");
        system.close();
        RunningFile.of(system).remove();
        screen.say("已停止 stopped");
        if (system.data().keptLogs()) {
            screen.say("日志保留在 the logs are kept in " + system.data().logs());
        }
    }
}
