/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.preferences;

import java.util.Arrays;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.widgets.Display;
import org.osgi.service.prefs.BackingStoreException;

/** Whether the Studio is light or dark. The platform follows the desktop unless its preference names a theme. */
public enum Appearance {
    SYSTEM(null),
    LIGHT("org.eclipse.e4.ui.css.theme.e4_default"),
    DARK("org.eclipse.e4.ui.css.theme.e4_dark");

    private static final String NODE = "org.eclipse.e4.ui.css.swt.theme";
    private static final String KEY = "themeid";

    private final String theme;

    Appearance(String theme) {
        this.theme = theme;
    }

    private static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode(NODE);
    }

    /** Returns the choice of the user. */
    public static Appearance get() {
        var stored = preferences().get(KEY, null);
        return Arrays.stream(values())
                .filter(each -> each.theme != null && each.theme.equals(stored))
                .findFirst()
                .orElse(SYSTEM);
    }

    /** Stores the choice of the user, which takes effect when the Studio starts again. */
    public void store() {
        if (theme == null) {
            preferences().remove(KEY);
        } else {
            preferences().put(KEY, theme);
        }
        try {
            preferences().flush();
        } catch (BackingStoreException e) {
            Platform.getLog(Appearance.class).error(e.getMessage(), e);
        }
    }

    /**
     * Makes the controls of the operating system light or dark, before any of them is created. The style sheets of the
     * platform do not reach all parts of them, such as scroll bars.
     */
    public void prepare() {
        if (theme == null) {
            return;
        }
        var isGtk = Platform.getWS().equals(Platform.WS_GTK);
        try {
            Class.forName("org.eclipse.swt.internal." + Platform.getWS() + ".OS", true, Display.class.getClassLoader())
                    .getMethod(isGtk ? "setDarkThemePreferred" : "setTheme", boolean.class)
                    .invoke(null, this == DARK);
        } catch (ReflectiveOperationException e) {
            Platform.getLog(Appearance.class).warn(e.getMessage(), e);
        }
    }
}
