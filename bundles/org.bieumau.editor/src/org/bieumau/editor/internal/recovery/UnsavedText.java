/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.bieumau.dsl.internal.edit.RefusedException;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.dsl.ui.internal.document.OpenDocument;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.EditorMessages;
import org.bieumau.editor.internal.ModelChanges.Change;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/**
 * The text of an open file and its copy, which is written a moment after the first edit and then again while the user
 * goes on typing.
 */
final class UnsavedText implements OpenDocument.Listener, IDocumentListener {

    /** Time from an edit until the copy is written, in ms. Edits meanwhile do not delay it. */
    private static final int DELAY = 1000;

    private final ITextFileBuffer buffer;
    private final OpenDocument open;
    private final Path place;
    private final List<RecoveryCopy> adopted = new ArrayList<>();
    private final AtomicBoolean isScheduled = new AtomicBoolean();
    /** Whether the copy is needed. False once the text has been saved or closed, even if a job still writes. */
    private volatile boolean isNeeded;

    private final Job job =
            Job.createSystem(EditorMessages.ALL.text("job.recovery"), (ICoreRunnable) monitor -> write());

    UnsavedText(ITextFileBuffer buffer, OpenDocument open) {
        this.buffer = buffer;
        this.open = open;
        place = RecoveryFolder.place(open.path());
        buffer.getDocument().addDocumentListener(this);
        open.addListener(this);
        if (buffer.isDirty()) {
            later();
        }
    }

    OpenDocument open() {
        return open;
    }

    void adopt(RecoveryCopy copy) {
        adopted.add(copy);
    }

    @Override
    public void documentAboutToBeChanged(DocumentEvent event) {}

    @Override
    public void documentChanged(DocumentEvent event) {
        later();
    }

    @Override
    public void typed() {
        later();
    }

    private void later() {
        isNeeded = true;
        if (isScheduled.compareAndSet(false, true)) {
            job.schedule(DELAY);
        }
    }

    /** Deletes the copy, because the text has been saved. */
    void forget() {
        isNeeded = false;
        delete();
    }

    void close() {
        buffer.getDocument().removeDocumentListener(this);
        open.removeListener(this);
        forget();
    }

    private void delete() {
        try {
            Files.deleteIfExists(place);
            for (var copy : adopted) {
                copy.delete();
            }
            adopted.clear();
        } catch (IOException e) {
            Platform.getLog(UnsavedText.class).error(e.getMessage(), e);
        }
    }

    /** Text in the editor. */
    private record Now(String text, Optional<Change> typed) {}

    private void write() {
        isScheduled.set(false);
        var now = new Now[1];
        PlatformUI.getWorkbench().getDisplay().syncExec(() -> {
            var typed = beingTyped();
            if (isNeeded && (buffer.isDirty() || typed.isPresent())) {
                now[0] = new Now(buffer.getDocument().get(), typed);
            }
        });
        try {
            if (now[0] != null) {
                RecoveryCopy.write(place, open.path(), text(now[0]));
            }
            if (now[0] == null || !isNeeded) {
                Files.deleteIfExists(place);
            }
        } catch (IOException e) {
            // The user still has the text in the editor. The next edit tries again.
            Platform.getLog(UnsavedText.class).warn(e.getMessage(), e);
        }
    }

    /** Returns the change that writes what is being typed in an editor of this text. */
    private Optional<Change> beingTyped() {
        return Stream.of(PlatformUI.getWorkbench().getWorkbenchWindows())
                .map(IWorkbenchWindow::getPages)
                .flatMap(Stream::of)
                .map(IWorkbenchPage::getEditorReferences)
                .flatMap(Stream::of)
                .map(each -> each.getEditor(false))
                .filter(BieuEditor.class::isInstance)
                .map(BieuEditor.class::cast)
                .filter(editor -> editor.open() == open)
                .flatMap(editor -> editor.typedChange().stream())
                .findFirst();
    }

    /** Returns the text with what is being typed. */
    private String text(Now now) {
        return now.typed()
                .map(change -> open.read(resource -> {
                    try {
                        var text = resource.getParseResult().getRootNode().getText();
                        return TextEdit.apply(change.edits(resource), text);
                    } catch (RefusedException e) {
                        return now.text();
                    }
                }))
                .orElse(now.text());
    }
}
