/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bieumau.core.problem.Problem;
import org.bieumau.dsl.internal.edit.ModelEdits;
import org.bieumau.dsl.internal.edit.RefusedException;
import org.bieumau.dsl.internal.library.Libraries;
import org.bieumau.dsl.internal.reading.ProblemFinder;
import org.bieumau.dsl.ui.internal.document.OpenDocument;
import org.bieumau.editor.spi.EditorPage;
import org.bieumau.editor.spi.FileModel;
import org.bieumau.editor.spi.TextRange;
import org.bieumau.model.Library;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.editor.FormPage;
import org.eclipse.xtext.validation.Issue;
import org.jspecify.annotations.NonNull;

/**
 * Hosts a contributed page in the editor. Has the page read the model off the UI thread and show it while the page is
 * active. A page of another plug-in that fails is replaced by a message.
 *
 * @param <T> the content of the page
 */
final class HostedPage<T> extends FormPage implements OpenDocument.Listener {

    private final BieuEditor editor;
    private final PageContribution contribution;
    private final Site site = new Site();
    private EditorPage<T> page;
    private Composite control;
    private volatile boolean isActive;
    private volatile boolean hasFailed;
    private volatile int shown = -1;
    /** Offset in the text to reveal once the content is shown; -1 for none. */
    private int revealed = -1;

    private int revealedLength;

    private HostedPage(BieuEditor editor, PageContribution contribution) {
        super(editor, contribution.id(), contribution.title());
        this.editor = editor;
        this.contribution = contribution;
    }

    /** Creates the page of a contribution; empty if the contribution has no page for the file. */
    static Optional<HostedPage<?>> of(BieuEditor editor, PageContribution contribution) {
        var hosted = new HostedPage<>(editor, contribution);
        return contribution.create(hosted.site).map(page -> {
            hosted.hold(page);
            return hosted;
        });
    }

    @SuppressWarnings("unchecked")
    private void hold(EditorPage<?> made) {
        page = (EditorPage<T>) made;
    }

    EditorPage<T> page() {
        return page;
    }

    @Override
    public void createPartControl(Composite parent) {
        control = new Composite(parent, SWT.NONE);
        control.setLayout(new FillLayout());
        call(() -> page.createControl(control));
        editor.open().addListener(this);
    }

    @Override
    public Control getPartControl() {
        return control;
    }

    @Override
    public boolean isEditor() {
        return false;
    }

    /** Calls the page, on the UI thread, unless it has failed. */
    private void call(Runnable step) {
        if (hasFailed) {
            return;
        }
        try {
            step.run();
        } catch (RuntimeException | LinkageError e) {
            if (contribution.isOwn()) {
                throw e;
            }
            failed(e);
        }
    }

    private void failed(Throwable failure) {
        hasFailed = true;
        var sentence = contribution.report(failure);
        if (control != null && !control.isDisposed()) {
            for (var child : control.getChildren()) {
                child.dispose();
            }
            new Label(control, SWT.WRAP).setText(sentence);
            control.layout();
        }
    }

    // Content

    private void refresh() {
        ICoreRunnable read = monitor -> read();
        Job.createSystem(EditorMessages.ALL.text("job.page"), read).schedule();
    }

    @Override
    public void modelChanged() {
        if (isActive) {
            read();
        }
    }

    private void read() {
        if (hasFailed || control == null || control.isDisposed()) {
            return;
        }
        var open = editor.open();
        try {
            // The page is shown in the order of the reads, because only one reader runs at a time and each posts the
            // result before the next begins. Otherwise a slow read could replace newer content by older.
            site.read(model -> {
                var content = page.read(model);
                var version = model.version();
                later(() -> show(open, content, version));
                return version;
            });
        } catch (RuntimeException | LinkageError e) {
            if (contribution.isOwn()) {
                throw e;
            }
            later(() -> failed(e));
        }
    }

    private void show(OpenDocument open, T content, int version) {
        if (open != editor.open()) {
            return;
        }
        page.show(content);
        shown = version;
        if (revealed >= 0) {
            var offset = revealed;
            revealed = -1;
            if (page instanceof ElementPage<?> own) {
                own.reveals(offset, revealedLength);
            } else {
                page.reveal(offset);
            }
        }
    }

    /** Calls the page on the UI thread, unless it has been disposed of by then. */
    private void later(Runnable step) {
        if (!control.isDisposed()) {
            control.getDisplay().asyncExec(() -> {
                if (!control.isDisposed()) {
                    call(step);
                }
            });
        }
    }

    @Override
    public void problemsChanged(List<Issue> problems) {
        later(() -> page.problemsChanged(site.problems(problems)));
    }

    /** Switches to the new document of the editor. */
    void follow(OpenDocument before) {
        shown = -1;
        if (control != null) {
            before.removeListener(this);
            editor.open().addListener(this);
        }
        call(page::inputChanged);
    }

    // Typing

    /** Returns whether the page has typed text that has not been passed to the editor. */
    boolean isTyping() {
        var isTyping = new boolean[1];
        if (control != null) {
            call(() -> isTyping[0] = page.isTyping());
        }
        return isTyping[0];
    }

    /** Has the page pass typed text to the editor. */
    void commit() {
        if (control != null) {
            call(page::commit);
        }
    }

    // Activation

    @Override
    public void setActive(boolean active) {
        if (!active) {
            commit();
        }
        isActive = active;
        call(() -> page.setActive(active));
        if (active) {
            refresh();
        }
    }

    /** Has the page reveal an offset in the text as soon as its content is shown. */
    void reveal(int offset) {
        reveal(offset, 0);
    }

    /** Has the page select a part of the text as soon as its content is shown. */
    void reveal(int offset, int length) {
        revealed = offset;
        revealedLength = length;
    }

    /** Returns the part of the text that describes the selected element. */
    Optional<TextRange> selection() {
        var selection = new TextRange[1];
        call(() -> selection[0] = page.selection().orElse(null));
        return Optional.ofNullable(selection[0]);
    }

    @Override
    public void setFocus() {
        call(page::setFocus);
    }

    @Override
    public void dispose() {
        editor.open().removeListener(this);
        call(page::dispose);
        super.dispose();
    }

    private final class Site implements OwnPageSite {

        @Override
        public EditorAccess editor() {
            return editor;
        }

        @Override
        public int shownVersion() {
            return shown;
        }

        @Override
        public @NonNull Optional<Path> file() {
            return Optional.ofNullable(editor.open().path());
        }

        @Override
        public boolean isDirty() {
            return editor.isDirty();
        }

        @Override
        public int version() {
            return editor.open().version();
        }

        @Override
        public void refresh() {
            HostedPage.this.refresh();
        }

        @Override
        public <R> R read(Function<FileModel, R> reader) {
            var open = editor.open();
            return open.read(resource -> reader.apply(new ResourceModel(resource, open.modelVersion())));
        }

        @Override
        public <R> @NonNull Optional<R> readUnlessBusy(Function<FileModel, R> reader) {
            var open = editor.open();
            return open.readUnlessBusy(resource -> reader.apply(new ResourceModel(resource, open.modelVersion())));
        }

        @Override
        public <E extends EObject> void change(Function<Library, Optional<E>> element, Consumer<E> change) {
            editor.changes().make(resource -> {
                var library = Libraries.library(resource).orElseThrow(() -> new RefusedException("syntax", null));
                var changed = element.apply(library)
                        .orElseThrow(
                                () -> new RefusedException("change", null, EditorMessages.ALL.text("change.gone")));
                return new ModelEdits(resource).of(changed, change);
            });
        }

        @Override
        public void typed() {
            editor.typed();
        }

        @Override
        public @NonNull List<Problem> problems() {
            return problems(editor.open().problems());
        }

        private List<Problem> problems(List<Issue> issues) {
            var file = file().orElse(null);
            return issues.stream()
                    .map(issue -> ProblemFinder.problem(file, issue))
                    .toList();
        }

        @Override
        public int caret() {
            return editor.caret();
        }

        @Override
        public void select(TextRange range) {
            editor.selectText(range.offset(), range.length());
        }

        @Override
        public void showText(TextRange range) {
            editor.showText(range.offset(), range.length());
        }

        @Override
        public void showMessage(String message) {
            editor.showMessage(message);
        }

        @Override
        public void clearMessage() {
            editor.showMessage(null);
        }
    }
}
