/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bieumau.editor.spi.EditorPage;
import org.bieumau.editor.spi.EditorPageFactory;
import org.bieumau.editor.spi.PageSite;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;

/**
 * Page that a plug-in has registered at the extension point <code>org.bieumau.editor.pages</code>. Its factory is
 * loaded when the first editor opens.
 */
final class PageContribution {

    private static final String BUNDLE = "org.bieumau.editor";

    private static final class Installed {
        static final List<PageContribution> PAGES = read();
    }

    private final IConfigurationElement element;
    private EditorPageFactory factory;
    private boolean isOff;

    private PageContribution(IConfigurationElement element) {
        this.element = element;
    }

    /**
     * Returns the pages of all plug-ins sorted by position. Of pages with the same id, only the one with the highest
     * rank is kept.
     */
    static List<PageContribution> installed() {
        return Installed.PAGES;
    }

    private static List<PageContribution> read() {
        var byRank = Comparator.comparingInt((PageContribution page) -> page.number("rank"))
                .thenComparing(PageContribution::plugin, Comparator.reverseOrder());
        return Arrays.stream(Platform.getExtensionRegistry().getConfigurationElementsFor(BUNDLE, "pages"))
                .map(PageContribution::new)
                .collect(Collectors.toMap(
                        PageContribution::id,
                        page -> page,
                        (one, other) -> byRank.compare(one, other) < 0 ? other : one))
                .values()
                .stream()
                .sorted(Comparator.comparingInt((PageContribution page) -> page.number("position"))
                        .thenComparing(PageContribution::id))
                .toList();
    }

    /** Returns the value of an attribute; 0 if it is missing or not a number. */
    private int number(String attribute) {
        try {
            return Integer.parseInt(String.valueOf(element.getAttribute(attribute)));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    String id() {
        return String.valueOf(element.getAttribute("id"));
    }

    String title() {
        return String.valueOf(element.getAttribute("name"));
    }

    /** Returns the symbolic name of the plug-in. */
    String plugin() {
        return element.getContributor().getName();
    }

    /** Returns whether the page belongs to the editor itself, so that its exceptions indicate a bug in the editor. */
    boolean isOwn() {
        return plugin().equals(BUNDLE);
    }

    /**
     * Creates the page for an editor.
     *
     * @return empty if the factory has no page for the file, or has failed
     */
    Optional<? extends EditorPage<?>> create(PageSite site) {
        if (isOff) {
            return Optional.empty();
        }
        try {
            if (factory == null) {
                factory = (EditorPageFactory) element.createExecutableExtension("class");
            }
            return factory.create(site);
        } catch (CoreException | RuntimeException | LinkageError e) {
            isOff = true;
            site.showMessage(report(e));
            return Optional.empty();
        }
    }

    /**
     * Logs the failure of the page with the name of its plug-in.
     *
     * @return the sentence for the user
     */
    String report(Throwable failure) {
        var sentence = EditorMessages.ALL.text(
                "page.off",
                title(),
                plugin(),
                failure.getMessage() == null
                        ? failure.getClass().getSimpleName()
                        : failure.getClass().getSimpleName() + ": " + failure.getMessage());
        Platform.getLog(PageContribution.class).error(sentence, failure);
        return sentence;
    }
}
