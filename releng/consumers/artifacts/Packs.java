/* SPDX-License-Identifier: EPL-2.0 */
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Contribution;

/** Checks that exactly the packs of the arguments are installed, and reads their libraries. */
public final class Packs {

    public static void main(String[] ids) throws Exception {
        var registry = Registry.installed();
        var packs = registry.provinces();
        if (!packs.stream().map(Contribution::id).sorted().toList().equals(List.of(ids))
                || !registry.problems().isEmpty()) {
            throw new IllegalStateException(packs + ", " + registry.problems());
        }
        for (var pack : packs) {
            for (var library : pack.libraries().values()) {
                try (var in = library.openStream()) {
                    var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    if (!text.contains("thư viện " + pack.id())) {
                        throw new IllegalStateException(library + ": " + text);
                    }
                }
            }
            if (pack.libraries().isEmpty()) {
                throw new IllegalStateException(pack.id());
            }
            if (!pack.province().isEmpty()) {
                var profile = registry.profileOfProvince(pack.province()).orElse("nd30");
                registry.profile(profile).orElseThrow();
            }
        }
    }
}
