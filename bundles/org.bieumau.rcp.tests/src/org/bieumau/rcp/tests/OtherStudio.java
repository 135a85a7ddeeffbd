/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.bieumau.editor.internal.BieuEditor;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;

/** A Studio in a process of its own, which a test can kill. It has the bundles of this one. */
final class OtherStudio implements AutoCloseable {

    /** The actions in the other Studio. */
    enum Task {
        /** Creates a file, opens it and types into it without saving. */
        TYPE,
        /** Restores what is offered, and writes the text of the editor to the answer. */
        RESTORE,
        /** Gives its arguments to the Studio that uses the workspace, and ends. */
        HAND_OVER
    }

    static final String SAVED = "// đã lưu\n";
    static final String TYPED = "// chưa lưu\n";

    private static final String TASK = "studio.task";
    private static final String ANSWER = "studio.answer";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path output;

    /**
     * Starts a Studio with a workspace.
     *
     * @param arguments further arguments of the program, such as files
     */
    OtherStudio(Path workspace, Task task, Path answer, String... arguments) throws IOException {
        var configuration = Files.createTempDirectory(answer.getParent(), "configuration");
        Files.copy(
                Path.of(Platform.getConfigurationLocation().getURL().getPath()).resolve("config.ini"),
                configuration.resolve("config.ini"));
        output = configuration.resolve("output.txt");
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-D" + TASK + "=" + task,
                "-D" + ANSWER + "=" + answer,
                "-Dfile.encoding=UTF-8",
                "-jar",
                System.getProperty("java.class.path")));
        command.addAll(List.of("-configuration", configuration.toString(), "-data", workspace.toString()));
        command.addAll(List.of("-product", "org.bieumau.rcp.studio", "-application", "org.bieumau.rcp.application"));
        command.addAll(List.of("-nl", "vi"));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    /** Waits until something has happened in the other Studio; fails if that ends first. */
    void until(String state, BooleanSupplier condition) throws IOException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                fail("the other Studio " + (process.isAlive() ? "is late: " : "has ended: ") + state + "\n"
                        + Files.readString(output));
            }
            Studio.spin(100);
        }
    }

    /** Waits until the process has ended by itself. */
    void untilEnded() {
        Studio.until("the other Studio has ended", () -> !process.isAlive());
    }

    /** Ends the process without giving it a chance to do anything, as <code>kill -9</code> does. */
    void kill() {
        process.destroyForcibly();
        Studio.until("killed", () -> !process.isAlive());
    }

    /** Kills the process, and gives the focus back to the window of the tests. */
    @Override
    public void close() {
        kill();
        PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell().forceActive();
    }

    /** Works in the other Studio. Does nothing in the one that runs the tests. */
    public static final class Visitor implements IStartup {

        @Override
        public void earlyStartup() {
            var task = System.getProperty(TASK);
            if (task != null && !task.equals(Task.HAND_OVER.name())) {
                Display.getDefault()
                        .asyncExec(task.equals(Task.TYPE.name()) ? Visitor::type : () -> restore(Display.getCurrent()));
            }
        }

        private static void type() {
            try {
                var project = ResourcesPlugin.getWorkspace().getRoot().getProject("thu");
                project.create(null);
                project.open(null);
                var file = project.getFile("a.bieu");
                file.create(new ByteArrayInputStream(SAVED.getBytes(StandardCharsets.UTF_8)), true, null);
                var page = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
                ((BieuEditor) IDE.openEditor(page, file)).document().set(TYPED);
            } catch (CoreException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void restore(Display display) {
            for (var shell : display.getShells()) {
                if (Studio.press(shell, "Khôi phục")) {
                    answer();
                    return;
                }
            }
            display.timerExec(200, () -> restore(display));
        }

        private static void answer() {
            var editor = (BieuEditor) PlatformUI.getWorkbench()
                    .getWorkbenchWindows()[0]
                    .getActivePage()
                    .getActiveEditor();
            try {
                var answer = Path.of(System.getProperty(ANSWER));
                var part = answer.resolveSibling("part");
                Files.writeString(
                        part, editor.isDirty() + " " + editor.document().get());
                Files.move(part, answer);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
