/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.info;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bieumau.dsl.ide.internal.document.Field;
import org.bieumau.dsl.ui.internal.accessibility.Names;
import org.bieumau.editor.internal.EditorMessages;
import org.bieumau.editor.internal.Worst;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.xtext.validation.Issue;

/** The controls of the fields by their ids, each with its problems next to it. */
final class FieldControls {

    /** Owner of the controls. */
    interface Owner {

        /** Writes a field whose value differs from the text. */
        void write(String id, String value);

        /** Called when what is being typed has changed. */
        void typing();

        /** Returns whether the value of a field can be picked from what is known, or defined. */
        boolean isPicked(String id);

        /** Lets the user pick a value of a field. */
        void pick(String id);
    }

    /** Field whose control has the focus and differs from the text. */
    record Typed(String id, String value) {}

    private final Owner owner;
    private final FormToolkit toolkit;
    private final Map<String, Control> controls = new LinkedHashMap<>();
    private final Map<String, ControlDecoration> decorations = new LinkedHashMap<>();
    /** Values of the fields in the text, including those that are still being written to it. */
    private final Map<String, String> values = new HashMap<>();

    private List<Field> fields = List.of();
    private boolean showing;

    FieldControls(FormToolkit toolkit, Owner owner) {
        this.toolkit = toolkit;
        this.owner = owner;
    }

    /** Creates the control of a field in an area with a grid of two columns, and returns the label before it. */
    Label create(Composite area, String id, Field.Kind kind) {
        var label = toolkit.createLabel(area, kind == Field.Kind.CHECK ? "" : EditorMessages.ALL.text("field." + id));
        label.setLayoutData(new GridData(SWT.BEGINNING, kind == Field.Kind.LINES ? SWT.TOP : SWT.CENTER, false, false));
        var parent = owner.isPicked(id) ? withButton(area) : area;
        var control = switch (kind) {
            case CHOICE -> combo(parent, id);
            case LINE -> text(parent, id, SWT.SINGLE);
            case LINES -> text(parent, id, SWT.MULTI | SWT.V_SCROLL | SWT.WRAP);
            case CHECK -> check(parent, id);
        };
        var data = new GridData(SWT.FILL, SWT.TOP, true, false);
        data.widthHint = 200;
        if (kind == Field.Kind.LINES) {
            data.heightHint = ((Text) control).getLineHeight() * 4;
        }
        control.setLayoutData(data);
        if (parent != area) {
            // The label is in another area.
            Names.named(control, label.getText());
            var button = toolkit.createButton(parent, EditorMessages.ALL.text("define.pick"), SWT.PUSH);
            button.setToolTipText(EditorMessages.ALL.text("define.pick.tip"));
            button.setLayoutData(new GridData(SWT.FILL, SWT.TOP, false, false));
            button.addListener(SWT.Selection, event -> owner.pick(id));
        }
        controls.put(id, control);
        decorations.put(id, decoration(control, area));
        return label;
    }

    /** Creates an area for a control and a button on its right. */
    private Composite withButton(Composite area) {
        var both = toolkit.createComposite(area);
        both.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        var layout = new GridLayout(2, false);
        layout.marginWidth = layout.marginHeight = 0;
        both.setLayout(layout);
        return both;
    }

    static ControlDecoration decoration(Control control, Composite area) {
        return new ControlDecoration(control, SWT.TOP | SWT.LEFT, area);
    }

    private Combo combo(Composite area, String id) {
        var combo = new Combo(area, SWT.DROP_DOWN | SWT.READ_ONLY);
        // The first item is the value that applies if none is chosen.
        combo.addListener(SWT.Selection, event -> write(id, combo.getSelectionIndex() == 0 ? "" : combo.getText()));
        // The mouse wheel scrolls the page and must not change the choice.
        combo.addListener(SWT.MouseWheel, event -> event.doit = false);
        return combo;
    }

    private Text text(Composite area, String id, int style) {
        var text = toolkit.createText(area, "", style | SWT.BORDER);
        text.setMessage(EditorMessages.ALL.text("field." + id + ".example"));
        text.addListener(SWT.Modify, event -> owner.typing());
        text.addListener(SWT.FocusOut, event -> write(id, text.getText()));
        if ((style & SWT.SINGLE) != 0) {
            text.addListener(SWT.DefaultSelection, event -> write(id, text.getText()));
        }
        return text;
    }

    private Button check(Composite area, String id) {
        var check = toolkit.createButton(area, EditorMessages.ALL.text("field." + id), SWT.CHECK);
        check.addListener(SWT.Selection, event -> write(id, check.getSelection() ? Field.CHECKED : ""));
        return check;
    }

    /** Returns the control of a field; null if there is none. */
    Control control(String id) {
        return controls.get(id);
    }

    void setEnabled(boolean isEnabled) {
        controls.values().forEach(each -> each.setEnabled(isEnabled));
    }

    // Showing

    /**
     * Shows fields. Text that is being typed stays.
     *
     * @param isSame whether they are the fields of the element and signature shown before
     */
    void show(List<Field> now, boolean isSame) {
        var typing = isSame ? typed() : Optional.<Typed>empty();
        showing = true;
        try {
            fields = now;
            values.clear();
            for (var field : now) {
                values.put(field.id(), field.value());
                show(field, typing.filter(each -> each.id().equals(field.id())).isEmpty());
            }
        } finally {
            showing = false;
        }
    }

    /** @param isReplaced whether the text of the control is replaced; false while the user is typing in it */
    private void show(Field field, boolean isReplaced) {
        switch (controls.get(field.id())) {
            case Combo combo -> {
                var choices = new ArrayList<String>();
                choices.add(field.implied().isEmpty() ? "" : EditorMessages.ALL.text("info.implied", field.implied()));
                choices.addAll(field.choices());
                if (!field.value().isEmpty() && !choices.contains(field.value())) {
                    choices.add(field.value());
                }
                if (!List.of(combo.getItems()).equals(choices)) {
                    combo.setItems(choices.toArray(String[]::new));
                }
                combo.select(field.value().isEmpty() ? 0 : choices.indexOf(field.value()));
                combo.setToolTipText(combo.getText());
            }
            case Button check -> {
                // A setting of the template cannot be unset.
                var isImplied = !field.implied().isEmpty();
                check.setSelection(isImplied || !field.value().isEmpty());
                check.setEnabled(check.isEnabled() && !isImplied);
                check.setToolTipText(isImplied ? EditorMessages.ALL.text("info.implied", check.getText()) : null);
            }
            case Text text -> {
                text.setMessage(
                        field.implied().isEmpty()
                                ? EditorMessages.ALL.text("field." + field.id() + ".example")
                                : field.implied().replace("\n", "; "));
                text.setToolTipText(field.value().isEmpty() ? field.implied() : field.value());
                if (isReplaced && !clean(text.getText()).equals(field.value())) {
                    text.setText(field.value());
                }
            }
            case null, default -> {}
        }
    }

    /** Shows the problems next to the fields where they are. */
    void decorate(List<Issue> problems) {
        for (var field : fields) {
            var decoration = decorations.get(field.id());
            if (decoration != null) {
                decorate(decoration, within(problems, field.offset(), field.length()));
            }
        }
    }

    /** Returns the problems that begin in a part of the text; none for a negative offset. */
    static List<Issue> within(List<Issue> problems, int offset, int length) {
        return offset < 0
                ? List.of()
                : problems.stream()
                        .filter(issue -> issue.getOffset() != null
                                && issue.getOffset() >= offset
                                && issue.getOffset() < offset + length)
                        .toList();
    }

    static void decorate(ControlDecoration decoration, List<Issue> problems) {
        if (problems.isEmpty()) {
            decoration.hide();
            decoration.setDescriptionText(null);
            return;
        }
        var kind = switch (Worst.of(problems)) {
            case ERROR -> FieldDecorationRegistry.DEC_ERROR;
            case WARNING -> FieldDecorationRegistry.DEC_WARNING;
            default -> FieldDecorationRegistry.DEC_INFORMATION;
        };
        decoration.setImage(
                FieldDecorationRegistry.getDefault().getFieldDecoration(kind).getImage());
        decoration.setDescriptionText(problems.stream().map(Issue::getMessage).collect(Collectors.joining("\n")));
        decoration.show();
    }

    /** Returns the problems that are shown next to a field; empty if there are none. */
    Optional<String> problems(String id) {
        return problems(decorations.get(id));
    }

    static Optional<String> problems(ControlDecoration decoration) {
        return Optional.ofNullable(decoration.getDescriptionText());
    }

    // Writing

    /** Returns the value of a field in the text; empty if none is written. */
    String value(String id) {
        return values.getOrDefault(id, "");
    }

    /** Returns the choices of a field. */
    List<String> choices(String id) {
        return fields.stream()
                .filter(each -> each.id().equals(id))
                .flatMap(each -> each.choices().stream())
                .toList();
    }

    /** Returns the value that applies to a field: the written or the implied one. */
    String effective(String id) {
        return fields.stream()
                .filter(each -> each.id().equals(id))
                .map(each -> each.value().isEmpty() ? each.implied() : each.value())
                .findFirst()
                .orElse("");
    }

    /** Writes a field if its value differs from the text. */
    void write(String id, String value) {
        if (isNew(id, value)) {
            values.put(id, clean(value));
            owner.write(id, value);
        }
    }

    private boolean isNew(String id, String value) {
        return !showing && values.containsKey(id) && !values.get(id).equals(clean(value));
    }

    private static String clean(String value) {
        return value.replace("\r", "").strip();
    }

    /** Returns the field that is being typed; empty if none is. */
    Optional<Typed> typed() {
        return controls.entrySet().stream()
                .filter(each -> each.getValue() instanceof Text text && !text.isDisposed() && text.isFocusControl())
                .findFirst()
                .map(each -> new Typed(each.getKey(), ((Text) each.getValue()).getText()))
                .filter(each -> isNew(each.id(), each.value()));
    }

    /** Writes what the user is typing. */
    void commit() {
        typed().ifPresent(each -> write(each.id(), each.value()));
    }
}
