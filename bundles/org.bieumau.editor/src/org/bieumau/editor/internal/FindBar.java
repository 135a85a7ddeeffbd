/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal;

import java.util.List;
import org.bieumau.dsl.ide.internal.find.TextFinder;
import org.bieumau.dsl.ide.internal.find.TextFinder.Match;
import org.bieumau.dsl.ui.internal.accessibility.Names;
import org.bieumau.dsl.ui.internal.document.DocumentEdits;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/**
 * Bar above the pages of an editor that finds and replaces words in the whole file. Enter goes to the next place, Shift
 * with Enter to the previous one, and Escape closes the bar.
 */
public final class FindBar {

    /** The editor, as far as the bar needs it. */
    public interface Owner {

        IDocument document();

        /** Writes what is being typed on a page to the text. */
        void commitTyping();

        /** Returns whether only what prints is to be found. */
        boolean findsContentOnly();

        /** Returns the offset in the text where the search starts. */
        int position();

        /** Shows a place on the page that is about it. */
        void reveal(int offset, int length);

        /** Gives the focus back to the page. */
        void returnFocus();
    }

    private final Owner owner;
    private final Composite control;
    private final Text words;
    private final Text replacement;
    private final Label count;
    private final Button replaceOne;
    private final Button replaceAll;
    /** The place shown last; null for none. */
    private Match shown;

    /** @param parent a composite with a grid layout of one column */
    public FindBar(Composite parent, Owner owner) {
        this.owner = owner;
        control = new Composite(parent, SWT.NONE);
        var data = new GridData(SWT.FILL, SWT.TOP, true, false);
        data.exclude = true;
        control.setLayoutData(data);
        control.setVisible(false);
        control.setLayout(new GridLayout(8, false));
        words = field("find.words");
        button("find.previous", () -> go(false));
        button("find.next", () -> go(true));
        count = new Label(control, SWT.NONE);
        var line = new GridData(SWT.LEFT, SWT.CENTER, false, false);
        line.widthHint = 110;
        count.setLayoutData(line);
        replacement = field("find.replacement");
        replaceOne = button("find.replace", this::replaceShown);
        replaceAll = button("find.replace.all", this::replaceAll);
        button("find.close", this::close);
        words.addListener(SWT.Modify, event -> {
            shown = null;
            update(matches());
        });
    }

    private Text field(String key) {
        var field = new Text(control, SWT.BORDER);
        field.setMessage(EditorMessages.ALL.text(key));
        Names.named(field, EditorMessages.ALL.text(key));
        field.setToolTipText(EditorMessages.ALL.text(key + ".tip"));
        field.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        field.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ESCAPE) {
                event.doit = false;
                close();
            } else if (event.detail == SWT.TRAVERSE_RETURN) {
                event.doit = false;
                if (field == words) {
                    go((event.stateMask & SWT.SHIFT) == 0);
                } else {
                    replaceShown();
                }
            }
        });
        return field;
    }

    private Button button(String key, Runnable action) {
        var button = new Button(control, SWT.PUSH);
        button.setText(EditorMessages.ALL.text(key));
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    /**
     * Opens the bar.
     *
     * @param isReplacing whether the user wants to replace
     * @param selected the words selected on the page, which are looked for; empty to keep the last ones
     */
    public void open(boolean isReplacing, String selected) {
        show(true);
        if (!selected.isBlank()) {
            words.setText(selected);
        }
        var field = isReplacing && !words.getText().isBlank() ? replacement : words;
        field.setFocus();
        field.selectAll();
        update(matches());
    }

    private void close() {
        show(false);
        owner.returnFocus();
    }

    private void show(boolean isShown) {
        ((GridData) control.getLayoutData()).exclude = !isShown;
        control.setVisible(isShown);
        control.getParent().layout();
    }

    /** Returns the control, for tests. */
    public Control control() {
        return control;
    }

    private TextFinder finder() {
        owner.commitTyping();
        return new TextFinder(owner.document().get(), owner.findsContentOnly());
    }

    private List<Match> matches() {
        return finder().find(words.getText());
    }

    /** Goes to the next or previous place. After the last one comes the first. */
    public void go(boolean forward) {
        var matches = matches();
        if (matches.isEmpty()) {
            update(matches);
            control.getDisplay().beep();
            return;
        }
        var from = shown == null ? owner.position() : shown.offset();
        var ordered = forward ? matches : matches.reversed();
        shown = ordered.stream()
                .filter(match -> forward
                        ? match.offset() > from || shown == null && match.offset() == from
                        : match.offset() < from)
                .findFirst()
                .orElse(ordered.getFirst());
        owner.reveal(shown.offset(), shown.length());
        words.setFocus();
        update(matches);
    }

    private void replaceShown() {
        var finder = finder();
        var matches = finder.find(words.getText());
        if (shown != null && matches.contains(shown)) {
            DocumentEdits.apply(owner.document(), finder.replace(List.of(shown), replacement.getText()));
            shown = new Match(shown.offset() + replacement.getText().length() - 1, 0);
        }
        go(true);
    }

    private void replaceAll() {
        var finder = finder();
        var matches = finder.find(words.getText());
        DocumentEdits.apply(owner.document(), finder.replace(matches, replacement.getText()));
        shown = null;
        count.setText(EditorMessages.ALL.text("find.replaced", matches.size()));
        replaceOne.setEnabled(false);
        replaceAll.setEnabled(false);
    }

    private void update(List<Match> matches) {
        var index = shown == null ? -1 : matches.indexOf(shown);
        count.setText(
                words.getText().isBlank()
                        ? ""
                        : matches.isEmpty()
                                ? EditorMessages.ALL.text("find.none")
                                : index < 0
                                        ? EditorMessages.ALL.text("find.count", matches.size())
                                        : EditorMessages.ALL.text("find.place", index + 1, matches.size()));
        replaceOne.setEnabled(!matches.isEmpty());
        replaceAll.setEnabled(!matches.isEmpty());
    }
}
