/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.Tree;

/**
 * Collects what screen readers cannot name: controls that get the focus, and buttons of tool bars. Views and dialogues
 * of the platform are left out.
 */
final class Speech implements Tour.Visitor {

    private static final Pattern PLATFORM = Pattern.compile("^(preferences )?org\\.eclipse\\.");

    /** Views of ours in frames of the platform. */
    private static final Set<String> OWN_PARTS =
            Set.of("org.eclipse.e4.ui.compatibility.editor", "org.eclipse.ui.views.ContentOutline");

    /** The place and the type of each control without a name. */
    private final Set<String> nameless = new LinkedHashSet<>();

    private String place;

    @Override
    public void visit(String place, Shell shown) {
        if (!PLATFORM.matcher(place).find()) {
            this.place = place;
            visit(shown);
        }
    }

    List<String> nameless() {
        return List.copyOf(nameless);
    }

    private void visit(Control control) {
        if (!control.isVisible() || isOfPlatform(control)) {
            return;
        }
        if (control instanceof ToolBar bar) {
            for (var item : bar.getItems()) {
                if ((item.getStyle() & SWT.SEPARATOR) == 0
                        && item.getText().isEmpty()
                        && (item.getToolTipText() == null
                                || item.getToolTipText().isEmpty())) {
                    nameless.add("button of " + path(bar) + ": " + place);
                }
            }
        } else if (takesFocus(control) && name(control) == null) {
            nameless.add(path(control) + ": " + place);
        }
        if (control instanceof Composite composite) {
            for (var child : composite.getChildren()) {
                visit(child);
            }
        }
    }

    private static boolean isOfPlatform(Control control) {
        return control.getClass().getName().startsWith("org.eclipse.ui.internal.")
                || control.getData("modelElement") instanceof MPart part
                        && part.getElementId().startsWith("org.eclipse.")
                        && !OWN_PARTS.contains(part.getElementId());
    }

    private static String path(Control control) {
        var parent = control.getParent();
        return control.getClass().getSimpleName()
                + (parent == null || parent instanceof Shell ? "" : " in " + path(parent));
    }

    private static boolean takesFocus(Control control) {
        return control.isEnabled()
                && (control.getStyle() & SWT.NO_FOCUS) == 0
                && !(control instanceof Text text && !text.getEditable())
                && (control instanceof Text
                        || control instanceof StyledText
                        || control instanceof Combo
                        || control instanceof CCombo
                        || control instanceof org.eclipse.swt.widgets.List
                        || control instanceof Table
                        || control instanceof Tree
                        || control instanceof Button
                        || control instanceof Link
                        || control instanceof Spinner
                        || control instanceof NatTable
                        || control.getClass().getName().startsWith("org.bieumau.") && control instanceof Canvas
                        || control.getClass() == Canvas.class && control.isListening(SWT.KeyDown));
    }

    /** Returns the name of a control: its own text, that of a listener, or the label in front of it. */
    static String name(Control control) {
        var text = switch (control) {
            case Button button -> button.getText();
            case Link link -> link.getText();
            default -> "";
        };
        if (!text.isEmpty()) {
            return text;
        }
        for (var listener : listeners(control.getAccessible())) {
            var event = new AccessibleEvent(control.getAccessible());
            event.childID = ACC.CHILDID_SELF;
            listener.getName(event);
            if (event.result != null && !event.result.isBlank()) {
                return event.result;
            }
        }
        var siblings = control.getParent().getChildren();
        var index = Arrays.asList(siblings).indexOf(control);
        return index == 0 ? null : label(siblings[index - 1]);
    }

    private static String label(Control control) {
        var text = switch (control) {
            case Label label -> label.getText();
            case CLabel label -> label.getText();
            default -> null;
        };
        return text == null || text.isEmpty() ? null : text;
    }

    /** SWT has no method that asks a control for its name as the operating system does. */
    @SuppressWarnings("unchecked")
    private static List<AccessibleListener> listeners(Accessible accessible) {
        try {
            var field = Accessible.class.getDeclaredField("accessibleListeners");
            field.setAccessible(true);
            var listeners = (List<AccessibleListener>) field.get(accessible);
            return listeners == null ? List.of() : listeners;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
