package org.guildhall.members.registry;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.guildhall.access.PersonalVault;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.IdentityDocument;
import org.guildhall.members.MemberProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens and seals the identity documents of records; at rest only the vault can read their numbers. */
@Component
class Documents {

    private final PersonalVault vault;

    Documents(PersonalVault vault) {
        this.vault = vault;
    }

    /** The record with its document's number in the profile. */
    MemberState open(MemberState state) {
        return state.document() == null
                ? state
                : opened(state, vault.open(state.id(), state.document().number()));
    }

    /** Opens the documents of these records where wanted, in place. */
    void open(Map<MemberId, MemberState> states, Predicate<MemberState> wanted) {
        var closed = states.values().stream()
                .filter(state -> state.document() != null && wanted.test(state))
                .toList();
        if (closed.isEmpty()) {
            return;
        }
        var opened = vault.openAll(closed.stream()
                .map(state -> new PersonalVault.Sealed(
                        state.id(), Objects.requireNonNull(state.document()).number()))
                .toList());
        for (int i = 0; i < closed.size(); i++) {
            states.put(closed.get(i).id(), opened(closed.get(i), opened.get(i)));
        }
    }

    /** The records, those whose document was given anew with its number sealed, or without one if it was taken away. */
    List<MemberState> seal(List<MemberState> states, Predicate<MemberState> given) {
        var plain = states.stream()
                .filter(state -> given.test(state) && state.profile().document() != null)
                .map(state ->
                        new PersonalVault.Plain(state.id(), document(state).number()))
                .toList();
        var sealed = (plain.isEmpty() ? List.<byte[]>of() : vault.sealAll(plain)).iterator();
        return states.stream()
                .map(state -> {
                    if (!given.test(state)) {
                        return state;
                    }
                    return state.with(
                            state.profile(),
                            state.profile().document() == null
                                    ? null
                                    : new MemberState.SealedDocument(
                                            document(state).kind(), sealed.next()));
                })
                .toList();
    }

    private static IdentityDocument document(MemberState state) {
        return Objects.requireNonNull(state.profile().document());
    }

    private static MemberState opened(MemberState state, @Nullable String number) {
        var document = state.document();
        var p = state.profile();
        return number == null || document == null
                ? state
                : state.with(
                        new MemberProfile(
                                p.name(),
                                p.gender(),
                                p.birthday(),
                                p.mobile(),
                                p.email(),
                                p.address(),
                                new IdentityDocument(document.kind(), number),
                                p.organisation(),
                                p.preferences(),
                                p.deliveryAddresses(),
                                p.attributes()),
                        document);
    }
}
