/* SPDX-License-Identifier: EPL-2.0 */
import org.bieumau.checking.FileCheck;
import org.bieumau.core.registry.Registry;

/** Asks for the rules that files are checked against. */
public final class Checks {

    public static void main(String[] arguments) throws Exception {
        var rules = new FileCheck(Registry.installed()).rules();
        if (rules.stream()
                .noneMatch(
                        rule -> rule.id().equals("MOTTO-TEXT") && !rule.title().isEmpty())) {
            throw new IllegalStateException(rules.toString());
        }
    }
}
