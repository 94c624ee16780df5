package org.guildhall.access.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.guildhall.access.PersonalVault;
import org.guildhall.access.PersonalVault.Plain;
import org.guildhall.access.PersonalVault.Sealed;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.testing.GuildhallTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.support.TransactionTemplate;

@GuildhallTest
class PersonalVaultTest {

    @Autowired
    PersonalVault vault;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DSLContext db;

    @Value("${guildhall.data}")
    Path data;

    @Test
    void whatIsSealedForAMemberOpensForThatMemberAndLooksLikeNothing() {
        var member = member();
        var sealed = seal(member, "13800138000");

        assertThat(vault.open(member, sealed)).isEqualTo("13800138000");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("138");
        assertThat(seal(member, "13800138000")).isNotEqualTo(sealed);
    }

    @Test
    void aValueMovedToAnotherMemberOrChangedDoesNotOpen() {
        var member = member();
        var other = member();
        seal(other, "anything");
        var sealed = seal(member, "张三");
        assertThatThrownBy(() -> vault.open(other, sealed)).isInstanceOf(IllegalStateException.class);

        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> vault.open(member, sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anErasedMemberCanNeitherBeReadNorWrittenAgain() {
        var member = member();
        var sealed = seal(member, "张三");

        transaction.executeWithoutResult(status -> vault.erase(member));

        assertThat(vault.open(member, sealed)).isNull();
        assertThatThrownBy(() -> seal(member, "again"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("access.erased-member");
        assertThat(db.fetchValue("select wrapped from access.member_key where member_id = ?", member.value()))
                .isNull();
    }

    @Test
    void anErasureThatRollsBackErasedNothing() {
        var member = member();
        var sealed = seal(member, "张三");

        transaction.executeWithoutResult(status -> {
            vault.erase(member);
            assertThat(vault.open(member, sealed)).isNull();
            status.setRollbackOnly();
        });

        assertThat(vault.open(member, sealed)).isEqualTo("张三");
    }

    @Test
    void aKeyMadeInATransactionThatRollsBackSealsNothingLater() {
        var member = member();
        transaction.executeWithoutResult(status -> {
            vault.seal(member, "lost");
            status.setRollbackOnly();
        });

        var kept = seal(member, "kept");

        assertThat(vault.open(member, kept)).isEqualTo("kept");
        assertThat(db.fetchCount(db.selectOne().from("access.member_key").where("member_id = ?", member.value())))
                .isEqualTo(1);
    }

    @Test
    void thousandsOfMembersAreSealedAtOnceInOrder() {
        var plains = new ArrayList<Plain>();
        for (int i = 0; i < 5_000; i++) {
            plains.add(new Plain(member(), "value " + i));
        }
        long start = System.nanoTime();
        var sealed = Objects.requireNonNull(transaction.execute(status -> vault.sealAll(plains)));
        long millis = (System.nanoTime() - start) / 1_000_000;

        var back = new ArrayList<Sealed>();
        for (int i = 0; i < plains.size(); i++) {
            back.add(new Sealed(plains.get(i).member(), sealed.get(i)));
        }
        assertThat(vault.openAll(back))
                .isEqualTo(plains.stream().map(Plain::value).toList());
        assertThat(millis).as("5 000 new keys and values").isLessThan(5_000);
    }

    @Test
    void equalValuesMeetInTheBlindIndexOnlyForTheSamePurpose() {
        assertThat(vault.blindIndex("mobile", "13800138000")).isEqualTo(vault.blindIndex("mobile", "13800138000"));
        assertThat(vault.blindIndex("mobile", "13800138000")).isNotEqualTo(vault.blindIndex("mobile", "13800138001"));
        assertThat(vault.blindIndex("mobile", "13800138000")).isNotEqualTo(vault.blindIndex("document", "13800138000"));
    }

    @Test
    void theMasterKeyLiesInAFileForItsOwnerAloneAndSurvivesARestart() throws Exception {
        var file = data.resolve("keys").resolve("master.key");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(new MasterKey(data, "").derive("x", "AES").getEncoded())
                .isEqualTo(new MasterKey(data, "").derive("x", "AES").getEncoded());
        assertThatThrownBy(() -> new MasterKey(data, "c2hvcnQ=")).hasMessageContaining("32 bytes");
    }

    private MemberId member() {
        return MemberId.of(Ids.at(System.currentTimeMillis()));
    }

    private byte[] seal(MemberId member, String plain) {
        var sealed = new AtomicReference<byte[]>();
        transaction.executeWithoutResult(status -> sealed.set(vault.seal(member, plain)));
        return Objects.requireNonNull(sealed.get());
    }
}
