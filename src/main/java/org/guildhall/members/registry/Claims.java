package org.guildhall.members.registry;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.guildhall.access.PersonalVault;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.ExternalKey;
import org.guildhall.members.MemberRefusal.IdentityKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a record claims for itself alone: its number always; mobile, document and credit code while it is living. Personal
 * values are claimed as keyed hashes.
 */
@Component
class Claims {

    private final PersonalVault vault;

    Claims(PersonalVault vault) {
        this.vault = vault;
    }

    /** One claim; the key is the hexadecimal form of the stored bytes, so that claims compare as values. */
    record Claim(MemberId member, IdentityKind kind, String key) {
        byte[] bytes() {
            return HexFormat.of().parseHex(key);
        }
    }

    /** The kinds that a change of these paths may move. */
    static Set<IdentityKind> touched(Collection<String> paths) {
        var kinds = EnumSet.noneOf(IdentityKind.class);
        for (var path : paths) {
            switch (path) {
                case "mobile" -> kinds.add(IdentityKind.MOBILE);
                case "document" -> kinds.add(IdentityKind.DOCUMENT);
                case "organisation" -> kinds.add(IdentityKind.CREDIT_CODE);
                case "status" ->
                    kinds.addAll(EnumSet.of(IdentityKind.MOBILE, IdentityKind.DOCUMENT, IdentityKind.CREDIT_CODE));
                case "annulled" -> kinds.addAll(EnumSet.allOf(IdentityKind.class));
                default -> {}
            }
        }
        return kinds;
    }

    /** The claims of the kinds that a state makes; its document must be open if that kind is asked for. */
    List<Claim> of(MemberState state, Set<IdentityKind> kinds) {
        var claims = new ArrayList<Claim>();
        if (state.annulled()) {
            return claims;
        }
        if (kinds.contains(IdentityKind.NUMBER)) {
            claims.add(new Claim(state.id(), IdentityKind.NUMBER, number(state.number())));
        }
        if (!state.status().living()) {
            return claims;
        }
        var profile = state.profile();
        var organisation = profile.organisation();
        var document = profile.document();
        add(claims, state, kinds, IdentityKind.MOBILE, profile.mobile());
        add(claims, state, kinds, IdentityKind.DOCUMENT, document == null ? null : document.number());
        add(claims, state, kinds, IdentityKind.CREDIT_CODE, organisation == null ? null : organisation.creditCode());
        return claims;
    }

    private void add(
            List<Claim> claims, MemberState state, Set<IdentityKind> kinds, IdentityKind kind, @Nullable String value) {
        if (value != null && kinds.contains(kind)) {
            claims.add(new Claim(state.id(), kind, personal(kind, value)));
        }
    }

    String personal(IdentityKind kind, String value) {
        return HexFormat.of().formatHex(vault.blindIndex("members." + kind.name(), value));
    }

    static String number(String number) {
        return hex(number);
    }

    static String external(ExternalKey key) {
        return hex(key.system() + "\u001f" + key.id());
    }

    static ExternalKey external(byte[] key) {
        var text = new String(key, StandardCharsets.UTF_8);
        int split = text.indexOf('\u001f');
        return new ExternalKey(text.substring(0, split), text.substring(split + 1));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
