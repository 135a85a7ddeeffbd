/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.spi;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bieumau.core.problem.Problem;
import org.bieumau.model.Library;
import org.eclipse.emf.ecore.EObject;

/**
 * Access of a page to its editor. Implemented by the editor alone; methods may be added. Methods are called on the UI
 * thread, unless stated otherwise.
 */
public interface PageSite {

    /** Returns the edited file; empty if it is not in the file system. Any thread. */
    Optional<Path> file();

    /** Returns whether the text has changes that are not saved. */
    boolean isDirty();

    /** Returns the version of the text, which counts the edits. Any thread. */
    int version();

    /** Reads and shows the page again, for example after the user has chosen another element. Any thread. */
    void refresh();

    /**
     * Reads the model of the text as it is, and waits for it. For jobs of the page; never called on the UI thread.
     *
     * @param reader copies what is needed; the model is not to be used after it returns
     */
    <T> T read(Function<FileModel, T> reader);

    /**
     * Reads as {@link #read} does, but does not wait, so that it may be called on the UI thread.
     *
     * @return empty if the model is busy
     */
    <T> Optional<T> readUnlessBusy(Function<FileModel, T> reader);

    /**
     * Changes an element and what it contains. The change becomes the smallest edit of the text that says the same and
     * is one step to undo. Changes are made one after the other, a moment later and off the UI thread; if the text is
     * edited meanwhile, both functions are called again. Any thread.
     *
     * <p>If the text has syntax errors, the change throws, or its result cannot be written as text, the text stays as
     * it is and the status line says why.
     *
     * @param element finds the element in the library as it is then; empty if it is no longer there
     * @param change changes a copy of the element; the message of what it throws is shown to the user
     */
    <E extends EObject> void change(Function<Library, Optional<E>> element, Consumer<E> change);

    /**
     * Changes the library as a whole: elements are added, removed or moved. To change one element,
     * {@link #change(Function, Consumer)} is faster. Any thread.
     *
     * @param change changes a copy of the library
     */
    default void change(Consumer<Library> change) {
        change(Optional::of, change);
    }

    /** Tells the editor that the result of {@link EditorPage#isTyping} may have changed. */
    void typed();

    /** Returns the problems that were found last, with their places in the text. Any thread. */
    List<Problem> problems();

    /** Returns the offset of the caret in the text, in UTF-16 code units. */
    int caret();

    /** Selects a part of the text while this page stays active. Views that follow the text follow the selection. */
    void select(TextRange range);

    /** Activates the Source page and selects a part of the text. */
    void showText(TextRange range);

    /**
     * Shows a message in the status line until it is cleared.
     *
     * @param message a sentence in the language of the user
     */
    void showMessage(String message);

    /** Clears the message of the status line. */
    void clearMessage();
}
