/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bieumau.dsl.ide.internal.template.TemplateDesign.Property;
import org.bieumau.editor.internal.EditorMessages;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Fields for the properties of a template, a column or a group. */
public final class PropertyFields {

    /** Owner of the fields. */
    interface Owner {

        /** Writes a property of a column or group; the name is null for the template itself. */
        void write(String name, String id, String value);

        /** Returns whether a column or group was renamed from one name to another. */
        default boolean isRenamed(String from, String to) {
            return false;
        }

        /** Called when what is being typed has changed. */
        void typing();
    }

    /**
     * Property whose field has the focus and differs from the text.
     *
     * @param name the name of the column or group; null for the template itself
     */
    record Typed(String name, String id, String value) {}

    private final Owner owner;
    private final ScrolledComposite scrolled;
    private final Composite area;
    private final Map<String, Control> controls = new LinkedHashMap<>();
    /** Values of the properties in the text, including those that are still being written to it. */
    private final Map<String, String> values = new HashMap<>();

    private String name;
    private List<Property> properties = List.of();
    private boolean showing;

    PropertyFields(Composite parent, Owner owner) {
        this.owner = owner;
        scrolled = new ScrolledComposite(parent, SWT.V_SCROLL);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        area = new Composite(scrolled, SWT.NONE);
        var layout = new GridLayout(2, false);
        layout.verticalSpacing = 5;
        layout.marginWidth = 10;
        area.setLayout(layout);
        scrolled.setContent(area);
    }

    Control control() {
        return scrolled;
    }

    /** Returns the control of a property; null if there is none. */
    public Control field(String id) {
        return controls.get(id);
    }

    /** @param newName the name of the column or group; null for the template itself */
    void show(String newName, List<Property> now) {
        // The user stays in the fields of a column whose name has followed its title.
        if (name != null && owner.isRenamed(name, newName)) {
            name = newName;
        }
        if (!Objects.equals(name, newName) || !shape(now).equals(shape(properties))) {
            commit();
            controls.clear();
            for (var child : area.getChildren()) {
                child.dispose();
            }
            name = newName;
            properties = now;
            now.forEach(this::create);
            area.layout();
            scrolled.setMinSize(area.computeSize(SWT.DEFAULT, SWT.DEFAULT));
        }
        var typing = typed();
        properties = now;
        values.clear();
        showing = true;
        for (var property : now) {
            values.put(property.id(), property.value());
            fill(
                    property,
                    typing.filter(each -> each.id().equals(property.id())).isEmpty());
        }
        showing = false;
    }

    private static List<Object> shape(List<Property> properties) {
        return properties.stream()
                .map(each -> (Object) (each.id() + each.kind() + each.choices()))
                .toList();
    }

    private void create(Property property) {
        var label = EditorMessages.ALL.text("template.field." + property.id());
        Control control = switch (property.kind()) {
            case CHECK -> {
                new Label(area, SWT.NONE);
                var check = new Button(area, SWT.CHECK);
                check.setText(label);
                check.addListener(SWT.Selection, event -> write(property.id(), Boolean.toString(check.getSelection())));
                yield check;
            }
            case CHOICE -> {
                new Label(area, SWT.NONE).setText(label);
                var combo = new Combo(area, SWT.DROP_DOWN | SWT.READ_ONLY);
                var choices = new ArrayList<>(property.choices());
                if (!property.id().equals("type") && !property.id().equals("vocabulary")) {
                    choices.addFirst("");
                }
                combo.setItems(
                        choices.stream().map(each -> shown(property.id(), each)).toArray(String[]::new));
                combo.addListener(SWT.Selection, event -> write(property.id(), choices.get(combo.getSelectionIndex())));
                combo.addListener(SWT.MouseWheel, event -> event.doit = false);
                yield combo;
            }
            case LINE -> {
                new Label(area, SWT.NONE).setText(label);
                var text = new Text(area, SWT.SINGLE | SWT.BORDER);
                var example = EditorMessages.ALL.text("template.field." + property.id() + ".example");
                text.setMessage(example.startsWith("template.") ? "" : example);
                text.addListener(SWT.Modify, event -> owner.typing());
                text.addListener(SWT.FocusOut, event -> write(property.id(), text.getText()));
                text.addListener(SWT.DefaultSelection, event -> write(property.id(), text.getText()));
                yield text;
            }
        };
        var data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.widthHint = 120;
        control.setLayoutData(data);
        controls.put(property.id(), control);
    }

    /** Returns how a choice is shown: a type of columns with an example of its values. */
    private static String shown(String id, String choice) {
        if (!id.equals("type")) {
            return choice;
        }
        var key = "template.type." + choice.replace(' ', '-');
        var example = EditorMessages.ALL.text(key);
        return example.equals(key) ? choice : choice + " – " + example;
    }

    /** @param isReplaced whether the text of the control is replaced; false while the user is typing in it */
    private void fill(Property property, boolean isReplaced) {
        switch (controls.get(property.id())) {
            case Button check -> check.setSelection(property.value().equals("true"));
            case Combo combo -> combo.setText(shown(property.id(), property.value()));
            case Text text
            when isReplaced && !text.getText().strip().equals(property.value()) -> text.setText(property.value());
            case null, default -> {}
        }
    }

    /** Writes a property if its value differs from the text. */
    public void write(String id, String value) {
        if (isNew(id, value)) {
            values.put(id, value.strip());
            owner.write(name, id, value);
        }
    }

    private boolean isNew(String id, String value) {
        return !showing && values.containsKey(id) && !values.get(id).equals(value.strip());
    }

    /** Returns the property that is being typed; empty if none is. */
    Optional<Typed> typed() {
        return controls.entrySet().stream()
                .filter(each -> each.getValue() instanceof Text text && !text.isDisposed() && text.isFocusControl())
                .findFirst()
                .map(each -> new Typed(name, each.getKey(), ((Text) each.getValue()).getText()))
                .filter(each -> isNew(each.id(), each.value()));
    }

    /** Writes what the user is typing. */
    void commit() {
        typed().ifPresent(each -> write(each.id(), each.value()));
    }
}
