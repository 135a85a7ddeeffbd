/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.bieumau.dsl.ui.internal.document.OpenDocument;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.ElementPage;
import org.bieumau.examples.internal.Examples;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.HTMLTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Drives the Studio as a user does. A test fails if an error was logged that it did not expect. */
final class Studio implements BeforeEachCallback, AfterEachCallback, ILogListener {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<IStatus> errors = new ArrayList<>();
    private boolean isRunning;

    @Override
    public void beforeEach(ExtensionContext context) {
        errors.clear();
        isRunning = true;
        Platform.addLogListener(this);
        var intro = PlatformUI.getWorkbench().getIntroManager().getIntro();
        if (intro != null) {
            PlatformUI.getWorkbench().getIntroManager().closeIntro(intro);
        }
        // Users do not open files before the start-up jobs have ended.
        until("prepared", Job.getJobManager()::isIdle);
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        isRunning = false;
        page().closeAllEditors(false);
        spin(200);
        ResourcesPlugin.getWorkspace()
                .getRoot()
                .delete(IResource.FORCE | IResource.ALWAYS_DELETE_PROJECT_CONTENT, null);
        Platform.removeLogListener(this);
        assertEquals(
                List.of(),
                errors.stream()
                        .filter(each -> !isRaceOfCodeMinings(each.getException()))
                        .map(each -> each + String.valueOf(each.getException()))
                        .toList());
    }

    /**
     * Tells whether the platform failed to compute or draw code minings because the editor changed at the same time:
     * the visible lines while they are drawn (InlinedAnnotationSupport.VisibleLines), or the input in the half second
     * between the opening of the editor and the start of CodeMiningReconciler. The next change draws them.
     */
    private static boolean isRaceOfCodeMinings(Throwable failure) {
        if (!(failure instanceof NullPointerException) || failure.getStackTrace().length == 0) {
            return false;
        }
        var top = failure.getStackTrace()[0].getClassName();
        return top.endsWith("InlinedAnnotationSupport$VisibleLines")
                || top.equals("org.eclipse.jface.text.reconciler.Reconciler");
    }

    /** Discards the errors logged so far, which the test expects. */
    void forgetErrors() {
        spin(200);
        errors.clear();
    }

    /** Discards the errors logged so far, which the test expects, and returns their messages. */
    List<String> takeErrors() {
        spin(200);
        var messages = errors.stream().map(IStatus::getMessage).toList();
        errors.clear();
        return messages;
    }

    @Override
    public void logging(IStatus status, String plugin) {
        if (status.getSeverity() == IStatus.ERROR) {
            errors.add(status);
        }
    }

    // The workbench

    IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
    }

    /** Creates a project with all examples. */
    IProject examples() throws Exception {
        var project = project("vidu");
        Examples.copyTo(project.getLocation().toPath());
        project.refreshLocal(IResource.DEPTH_INFINITE, null);
        return project;
    }

    IProject project(String name) throws Exception {
        var project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
        project.create(null);
        project.open(null);
        return project;
    }

    IFile file(IProject project, String name, String text) throws Exception {
        var file = project.getFile(name);
        file.create(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), true, null);
        return file;
    }

    /** Opens a file on the Source page and returns its editor once the problems of the file are known. */
    IEditorPart open(IFile file) throws Exception {
        var editor = IDE.openEditor(page(), file);
        if (editor instanceof BieuEditor bieu) {
            bieu.setActiveEditor(bieu.textEditor());
        }
        settle(text(editor));
        return editor;
    }

    /** Opens a new file with this text in the rich editor. */
    BieuEditor edit(String text) throws Exception {
        return (BieuEditor) open(file(project("thu"), "a.bieu", text));
    }

    static ITextEditor text(IEditorPart editor) {
        return Adapters.adapt(editor, ITextEditor.class);
    }

    static StyledText widget(ITextEditor editor) {
        return (StyledText) editor.getAdapter(Control.class);
    }

    static ITextViewer viewer(ITextEditor editor) {
        return editor.getAdapter(ITextViewer.class);
    }

    static IDocument document(ITextEditor editor) {
        return editor.getDocumentProvider().getDocument(editor.getEditorInput());
    }

    static OpenDocument open(ITextEditor editor) {
        return OpenDocument.of(document(editor)).orElseThrow();
    }

    /** Waits until the model matches the text, its problems are known and the editor is drawn. */
    static void settle(ITextEditor editor) {
        var open = open(editor);
        until("the model follows", () -> open.isSettled());
        spin(50);
    }

    /** Waits until a page shows the current text. */
    static void settle(ElementPage<?> page) {
        until("the page follows", page::isSettled);
        spin(50);
    }

    // Time

    static void until(String state, BooleanSupplier condition) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("timed out: " + state);
            }
            spin(10);
        }
    }

    static void spin(int milliseconds) {
        var display = Display.getCurrent();
        var end = System.nanoTime() + milliseconds * 1_000_000L;
        do {
            while (display.readAndDispatch()) {
                // Dispatches all pending events.
            }
            try {
                Thread.sleep(2);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        } while (System.nanoTime() < end);
    }

    // The keyboard

    /** Types letters with one event each, as GTK delivers the composed letters of an input method. */
    static void type(StyledText text, String letters) {
        letters.codePoints().forEach(letter -> key(text, Character.toChars(letter)[0], letter == '\n' ? SWT.CR : 0, 0));
    }

    /** Types a Vietnamese letter as Telex sends it: a plain letter, Backspace, the composed letter. */
    static void telex(StyledText text, String letter, String composed) {
        type(text, letter);
        key(text, SWT.BS, SWT.BS, 0);
        type(text, composed);
    }

    /**
     * Types a letter at the caret of a native field, or Backspace for <code>\b</code>. GTK does not let a program type
     * into native fields with events.
     */
    static void insert(Text field, String typed) {
        if (typed.equals("\b")) {
            field.setSelection(field.getCaretPosition() - 1, field.getCaretPosition());
            field.insert("");
        } else {
            field.insert(typed);
        }
        spin(1);
    }

    static void key(Control control, char character, int code, int modifiers) {
        var event = new Event();
        event.type = SWT.KeyDown;
        event.character = character == '\n' ? '\r' : character;
        event.keyCode = code == 0 ? Character.toLowerCase(character) : code;
        event.stateMask = modifiers;
        event.widget = control;
        control.notifyListeners(SWT.KeyDown, event);
        spin(1);
    }

    /** Returns the first visible and enabled control of a type below the parent, or null if there is none. */
    static <T extends Control> T child(Composite parent, Class<T> type) {
        return find(parent, type, each -> true);
    }

    /**
     * Returns the first visible and enabled control of a type below the parent that satisfies the condition, or null if
     * there is none.
     */
    static <T extends Control> T find(Composite parent, Class<T> type, Predicate<T> condition) {
        for (var child : parent.getChildren()) {
            if (type.isInstance(child) && child.isVisible() && child.isEnabled() && condition.test(type.cast(child))) {
                return type.cast(child);
            }
            var found = child instanceof Composite inner ? find(inner, type, condition) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    // Dialogues

    /**
     * Answers dialogues until the test ends. After {@link #PATIENCE}, dialogues without an answer are closed.
     *
     * @param user answers a dialogue and returns true, or returns false if it has no answer
     * @return the title of the dialogue answered last; null before the first answer
     */
    AtomicReference<String> answer(Predicate<Shell> user) {
        var answered = new AtomicReference<String>();
        var main = page().getWorkbenchWindow().getShell();
        var display = Display.getCurrent();
        var end = System.nanoTime() + PATIENCE.toNanos();
        display.timerExec(200, new Runnable() {
            @Override
            public void run() {
                for (var shell : display.getShells()) {
                    if (isRunning && shell != main && !shell.isDisposed() && shell.isVisible()) {
                        var title = shell.getText();
                        if (user.test(shell)) {
                            answered.set(title);
                        } else if (System.nanoTime() > end) {
                            shell.close();
                        }
                    }
                }
                if (isRunning) {
                    display.timerExec(100, this);
                }
            }
        });
        return answered;
    }

    /** Presses the first button with one of the labels and returns whether there is one. */
    static boolean press(Composite parent, String... labels) {
        var button = find(
                parent,
                Button.class,
                each -> Arrays.asList(labels).contains(each.getText().replace("&", "")));
        if (button != null) {
            button.notifyListeners(SWT.Selection, new Event());
        }
        return button != null;
    }

    // The clipboard

    /** Puts plain text and HTML on the clipboard, as another program does. */
    static void clip(String text, String html) {
        var clipboard = new Clipboard(Display.getCurrent());
        clipboard.setContents(
                new Object[] {text, html}, new Transfer[] {TextTransfer.getInstance(), HTMLTransfer.getInstance()});
        clipboard.dispose();
    }

    /** Puts plain text on the clipboard, as another program does. */
    static void clip(String text) {
        var clipboard = new Clipboard(Display.getCurrent());
        clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }

    // The screen

    /** Saves a screenshot of the window as a PNG file in <code>target/shots</code>, for visual inspection. */
    void shot(String name) {
        shot(name, page().getWorkbenchWindow().getShell());
    }

    /** Saves a screenshot of the area of a shell. */
    void shot(String name, Shell shell) {
        spin(300);
        var folder = new File(System.getProperty("studio.shots", "target/shots"));
        folder.mkdirs();
        var size = shell.getSize();
        var image = new Image(shell.getDisplay(), size.x, size.y);
        var gc = new GC(shell.getDisplay());
        gc.copyArea(image, shell.getLocation().x, shell.getLocation().y);
        gc.dispose();
        var loader = new ImageLoader();
        loader.data = new ImageData[] {image.getImageData()};
        loader.save(new File(folder, name + ".png").getPath(), SWT.IMAGE_PNG);
        image.dispose();
    }

    static String content(IFile file) throws Exception {
        return Files.readString(Path.of(file.getLocation().toOSString()));
    }
}
