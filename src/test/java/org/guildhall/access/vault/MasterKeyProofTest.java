package org.guildhall.access.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestDatabase;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyProofTest {

    private static final BusinessTime TIME =
            new BusinessTime(Clock.fixed(MovableClock.START, ZoneOffset.UTC), ZoneId.of("Asia/Shanghai"));
    private static final MasterKey ONE = key(1);
    private static final MasterKey OTHER = key(2);

    @TempDir
    Path data;

    @Test
    void theKeyOfTheFirstStartIsTheOnlyOneForEver() {
        var sql = TestDatabase.fresh().sql();
        proof(ONE, sql).afterPropertiesSet();

        assertThatCode(proof(ONE, sql)::afterPropertiesSet).doesNotThrowAnyException();
        assertThatThrownBy(proof(OTHER, sql)::afterPropertiesSet)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another master key")
                .hasMessageContaining("keys/master.key");
    }

    @Test
    void aDatabaseFromBeforeTellsByItsOwnKeysWhichOneOpensThem() {
        var sql = TestDatabase.fresh().sql();
        var member = MemberId.of(UUID.randomUUID());
        var wrapped =
                new Gcm().seal(ONE.derive(KeyRing.PURPOSE, "AES"), KeyRing.bytesOf(member), new byte[] {1, 2, 3, 4});
        new MemberKeyStore(sql).add(List.of(member), List.of(wrapped), MovableClock.START);

        assertThatThrownBy(proof(OTHER, sql)::afterPropertiesSet).hasMessageContaining("another master key");
        assertThatCode(proof(ONE, sql)::afterPropertiesSet).doesNotThrowAnyException();
    }

    @Test
    void noKeyIsMadeForADatabaseThatWasSealedWithOne() {
        var sql = TestDatabase.fresh().sql();
        new MemberKeyStore(sql).erase(MemberId.of(UUID.randomUUID()), MovableClock.START);
        var made = new MasterKey(data, "");
        assertThat(made.isNew()).isTrue();
        assertThat(data.resolve("keys/master.key")).exists();

        assertThatThrownBy(proof(made, sql)::afterPropertiesSet).hasMessageContaining("there was no master key");
        assertThat(data.resolve("keys/master.key")).doesNotExist();
    }

    @Test
    void aNewInstallationMakesItsKeyAndKeepsIt() {
        var sql = TestDatabase.fresh().sql();
        proof(new MasterKey(data, ""), sql).afterPropertiesSet();

        var again = new MasterKey(data, "");
        assertThat(again.isNew()).isFalse();
        assertThatCode(proof(again, sql)::afterPropertiesSet).doesNotThrowAnyException();
    }

    private static MasterKeyProof proof(MasterKey key, DSLContext sql) {
        return new MasterKeyProof(key, new MasterKeyProofStore(sql), TIME);
    }

    private static MasterKey key(int of) {
        var secret = new byte[32];
        Arrays.fill(secret, (byte) of);
        return new MasterKey(secret);
    }
}
