/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.info;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bieumau.dsl.ide.internal.document.SignatureFields;
import org.bieumau.dsl.ide.internal.document.SignatureFields.Signed;
import org.bieumau.dsl.ui.internal.accessibility.Names;
import org.bieumau.editor.internal.EditorMessages;
import org.bieumau.editor.internal.ModelChanges.Change;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.xtext.validation.Issue;

/**
 * The signatures of a document or form: the user chooses the one whose fields are shown, adds, removes and moves them.
 */
public final class SignatureList {

    /** Owner of the list. */
    interface Owner {

        /** Called before another signature is chosen and before the signatures change. */
        void commit();

        /** Called when another signature has been chosen. */
        void chosen();

        /** Makes a change of the signatures. */
        void change(Change change);
    }

    private static final int LINES = 3;

    private final Owner owner;
    private final org.eclipse.swt.widgets.List list;
    private final ControlDecoration decoration;
    private final Map<String, Button> buttons = new HashMap<>();
    /** The signatures in the text, with the changes that are still being written to it. */
    private final List<Signed> signatures = new ArrayList<>();

    private String element;
    private int index;

    SignatureList(FormToolkit toolkit, Composite area, Owner owner) {
        this.owner = owner;
        list = new org.eclipse.swt.widgets.List(area, SWT.SINGLE | SWT.BORDER | SWT.V_SCROLL);
        Names.named(list, EditorMessages.ALL.text("info.signature"));
        toolkit.adapt(list, true, true);
        list.setToolTipText(EditorMessages.ALL.text("info.signatures.tip"));
        var data = new GridData(SWT.FILL, SWT.FILL, true, false, 2, 1);
        data.heightHint = list.getItemHeight() * LINES;
        data.widthHint = 200;
        list.setLayoutData(data);
        list.addListener(SWT.Selection, event -> choose(list.getSelectionIndex()));
        decoration = FieldControls.decoration(list, area);
        var bar = toolkit.createComposite(area);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
        var layout = new GridLayout(4, false);
        layout.marginWidth = layout.marginHeight = 0;
        bar.setLayout(layout);
        button(toolkit, bar, "add", this::add);
        button(toolkit, bar, "remove", this::remove);
        button(toolkit, bar, "up", () -> move(index - 1));
        button(toolkit, bar, "down", () -> move(index + 1));
    }

    private void button(FormToolkit toolkit, Composite bar, String id, Runnable action) {
        var button = toolkit.createButton(bar, EditorMessages.ALL.text("info.signatures." + id), SWT.PUSH);
        button.setToolTipText(EditorMessages.ALL.text("info.signatures." + id + ".tip"));
        button.addListener(SWT.Selection, event -> {
            owner.commit();
            action.run();
        });
        buttons.put(id, button);
    }

    /** Returns the button with an id, for tests: add, remove, up or down. */
    public Button button(String id) {
        return buttons.get(id);
    }

    /** Returns the lines of the list, for tests. */
    public List<String> lines() {
        return List.of(list.getItems());
    }

    /** Returns the problems shown next to the list, for tests; empty if there are none. */
    public Optional<String> problems() {
        return FieldControls.problems(decoration);
    }

    /** Returns the index of the chosen signature. */
    int index() {
        return index;
    }

    /** Returns the chosen signature; empty if no element is shown. */
    Optional<Signed> chosen() {
        return signatures.isEmpty() ? Optional.empty() : Optional.of(signatures.get(index));
    }

    /**
     * Shows the signatures of an element.
     *
     * @param name the name of the element; null for none
     * @return whether the signature shown before is still chosen
     */
    boolean show(String name, List<Signed> now) {
        var isSame = Objects.equals(name, element);
        element = name;
        var before = index;
        signatures.clear();
        signatures.addAll(now);
        index = isSame ? Math.clamp(index, 0, Math.max(0, now.size() - 1)) : 0;
        showLines();
        return isSame && before == index;
    }

    private void showLines() {
        var lines = new ArrayList<String>();
        for (int i = 0; i < signatures.size(); i++) {
            var label = signatures.get(i).label();
            lines.add((i + 1) + ". " + (label.isEmpty() ? EditorMessages.ALL.text("info.signatures.empty") : label));
        }
        if (!lines().equals(lines)) {
            list.setItems(lines.toArray(String[]::new));
        }
        list.select(index);
        var written = written();
        buttons.get("add").setEnabled(!signatures.isEmpty());
        buttons.get("remove").setEnabled(index < written);
        buttons.get("up").setEnabled(index > 0 && index < written);
        buttons.get("down").setEnabled(index + 1 < written);
    }

    /** Returns the number of signatures that the text has. */
    private int written() {
        return (int) signatures.stream().filter(Signed::isWritten).count();
    }

    /** Shows a value that is being written for the chosen signature. */
    void written(String id, String value) {
        signatures.set(index, signatures.get(index).with(id, value));
        showLines();
    }

    /** Chooses a signature. */
    public void choose(int now) {
        if (now >= 0 && now != index) {
            owner.commit();
            index = now;
            showLines();
            owner.chosen();
        }
    }

    // Changes are shown at once; the page shows the signatures again when the text has the change.

    private void add() {
        var name = element;
        owner.change(resource -> SignatureFields.add(resource, name));
        index = written();
        if (index == signatures.size()) {
            signatures.add(signatures.getLast());
        }
        signatures.set(index, signatures.get(index).blank(true));
        showLines();
        owner.chosen();
    }

    private void remove() {
        var name = element;
        var removed = index;
        owner.change(resource -> SignatureFields.remove(resource, name, removed));
        if (signatures.size() > 1) {
            signatures.remove(removed);
        } else {
            signatures.set(0, signatures.getFirst().blank(false));
        }
        index = Math.min(index, signatures.size() - 1);
        showLines();
        owner.chosen();
    }

    private void move(int to) {
        var name = element;
        var from = index;
        owner.change(resource -> SignatureFields.move(resource, name, from, to));
        signatures.add(to, signatures.remove(from));
        index = to;
        showLines();
        owner.chosen();
    }

    /** Shows the problems in the signatures that are not chosen. */
    void decorate(List<Issue> problems) {
        var others = new ArrayList<Issue>();
        for (int i = 0; i < signatures.size(); i++) {
            if (i != index) {
                others.addAll(FieldControls.within(
                        problems, signatures.get(i).offset(), signatures.get(i).length()));
            }
        }
        FieldControls.decorate(decoration, others);
    }
}
