/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.preferences;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.dsl.ui.internal.accessibility.Names;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;

/** Lists the data sources that the user has allowed permanently, and can revoke them. */
final class AllowedDataList {

    private static final int HEIGHT = 80;
    /** Width that the list asks for, in pixels: long paths must not widen the dialogue. */
    private static final int WIDTH = 300;

    private final List<String> keys = new ArrayList<>();
    private final List<String> revoked = new ArrayList<>();
    private final org.eclipse.swt.widgets.List list;

    AllowedDataList(Composite parent) {
        var group = new Group(parent, SWT.NONE);
        group.setText(RcpMessages.ALL.text("preferences.data"));
        group.setLayout(new GridLayout());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(group);
        list = new org.eclipse.swt.widgets.List(group, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
        Names.named(list, RcpMessages.ALL.text("preferences.data"));
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, HEIGHT).applyTo(list);
        AllowedData.all().forEach((key, source) -> {
            keys.add(key);
            list.add(source);
        });
        var revoke = new Button(group, SWT.PUSH);
        revoke.setText(RcpMessages.ALL.text("preferences.data.revoke"));
        revoke.setEnabled(false);
        list.addSelectionListener(
                SelectionListener.widgetSelectedAdapter(e -> revoke.setEnabled(list.getSelectionCount() > 0)));
        revoke.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> {
            revokeSelected();
            revoke.setEnabled(false);
        }));
    }

    private void revokeSelected() {
        var selected = list.getSelectionIndices();
        for (int i = selected.length - 1; i >= 0; i--) {
            revoked.add(keys.remove(selected[i]));
            list.remove(selected[i]);
        }
    }

    /** Revokes the sources that were removed from the list. */
    void apply() {
        revoked.forEach(AllowedData::revoke);
    }
}
