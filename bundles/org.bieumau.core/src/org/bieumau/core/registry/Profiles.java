/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bieumau.core.internal.text.CoreMessages;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.profile.ProfileFormatException;
import org.bieumau.core.spi.LayoutProfileProvider;
import org.bieumau.core.spi.ProvincePack;
import org.bieumau.model.Severity;

/** The layout profiles of providers and packs, each read at the first call. */
final class Profiles {

    private final Contributions contributions;
    private final GuardedCalls calls;
    private final Map<String, Optional<LayoutProfile>> profiles = new ConcurrentHashMap<>();
    /** The errors of profiles that cannot be read, by id. */
    private final Map<String, String> unreadable = new ConcurrentHashMap<>();

    Profiles(Contributions contributions, GuardedCalls calls) {
        this.contributions = contributions;
        this.calls = calls;
    }

    /** Returns a profile; the layout of a pack is a profile with the id of the pack. */
    Optional<LayoutProfile> profile(String id) {
        var known = profiles.get(id);
        if (known == null) {
            known = contributions
                    .find(LayoutProfileProvider.class, id)
                    .flatMap(provider -> calls.call(provider, provider::profile))
                    .or(() -> layout(id));
            profiles.put(id, known);
        }
        return known;
    }

    /** Returns why a profile cannot be read; empty if it can be read or is not known. */
    Optional<String> failure(String id) {
        profile(id);
        return Optional.ofNullable(unreadable.get(id));
    }

    private Optional<LayoutProfile> layout(String packId) {
        return contributions
                .find(ProvincePack.class, packId)
                .flatMap(pack -> layout(pack).flatMap(rows -> layout(pack, rows)));
    }

    /** Returns the table with the layout of a pack; empty if the pack has none. */
    Optional<URL> layout(ProvincePack pack) {
        return calls.call(pack, pack::layout).flatMap(layout -> layout);
    }

    private Optional<LayoutProfile> layout(ProvincePack pack, URL table) {
        var base = profile(LayoutProfile.DEFAULT).orElseThrow();
        var title = calls.call(pack, pack::title).orElse(pack.id());
        try {
            var connection = table.openConnection();
            connection.setUseCaches(false);
            try (var rows = connection.getInputStream()) {
                return Optional.of(LayoutProfile.read(pack.id(), title, rows, base));
            }
        } catch (ProfileFormatException e) {
            var file = Program.path(table);
            unreadable.put(pack.id(), file + ": " + e.getMessage());
            calls.report(new Problem(
                    "PROFILE-MALFORMED",
                    Severity.ERROR,
                    CoreMessages.ALL.text("PROFILE-MALFORMED", pack.id(), e.getMessage()),
                    new Place.Text(file, e.line(), e.column(), 0, 0)));
        } catch (IOException | UncheckedIOException e) {
            unreadable.put(pack.id(), calls.fail(pack, e).message());
        }
        return Optional.empty();
    }
}
