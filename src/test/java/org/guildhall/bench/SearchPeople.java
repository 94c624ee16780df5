package org.guildhall.bench;

import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.names.NameKeys;
import org.guildhall.platform.CopyWriter;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.postgresql.ds.PGSimpleDataSource;

/** Invented people with the surnames of the country in about their real shares, and what one types to find them. */
final class SearchPeople {

    private static final String SURNAMES =
            "王王王王王李李李李李张张张张刘刘刘陈陈陈杨杨黄黄赵赵周周吴吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程苏魏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷";
    private static final String GIVEN =
            "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉玲华红玉梅金建国小海波宁燕鹏飞志春雪琴凤云龙林鑫宇婷浩亮健俊帆倩雨晨欣怡佳琪子涵梓轩思雅诗梦瑶天成德福永康安宝庆祥瑞";

    private SearchPeople() {}

    static String name(Random random) {
        var given = random.nextInt(5) == 0 ? one(GIVEN, random) : one(GIVEN, random) + one(GIVEN, random);
        return one(SURNAMES, random) + given;
    }

    private static String one(String from, Random random) {
        return String.valueOf(from.charAt(random.nextInt(from.length())));
    }

    /** A question as people type it. */
    static String question(Random random) {
        var name = name(random);
        var keys = NameKeys.of(name);
        return switch (random.nextInt(10)) {
            case 0, 1 -> name.substring(0, 1);
            case 2, 3 -> name.substring(0, 2);
            case 4 -> name.substring(1);
            case 5 -> keys.pinyin().substring(0, Math.min(keys.pinyin().length(), 6));
            case 6 -> keys.initials();
            case 7 -> "%04d".formatted(random.nextInt(10_000));
            case 8 -> "8000" + random.nextInt(10_000);
            default -> random.nextBoolean() ? "鑫鑫魑" : "zzqx";
        };
    }

    static void load(PGSimpleDataSource database, int members, List<UnitId> stores) throws SQLException {
        var random = new Random(42);
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            CopyWriter.copy(
                    DSL.using(connection, SQLDialect.POSTGRES),
                    "members.member (member_id, kind, status, number, version, name, name_key, pinyin, initials,"
                            + " mobile, home_unit, joined_on, registered_at)",
                    out -> {
                        for (int n = 0; n < members; n++) {
                            write(out, n, name(random), stores.get(random.nextInt(stores.size())), random);
                        }
                    });
            connection.commit();
            connection.setAutoCommit(true);
            try (var statement = connection.createStatement()) {
                statement.execute("vacuum (analyze) members.member");
            }
        }
    }

    private static void write(CopyWriter out, int n, String name, UnitId store, Random random) {
        var keys = NameKeys.of(name);
        out.add(SearchBench.id(n))
                .add("PERSON")
                .add("ACTIVE")
                .add("80" + "%08d".formatted(n))
                .add(1)
                .add(name)
                .add(keys.key())
                .add(keys.pinyin())
                .add(keys.initials())
                .add("+8613" + "%09d".formatted(random.nextInt(1_000_000_000)))
                .add(store.value())
                .add("20%02d-%02d-%02d".formatted(15 + n % 10, 1 + n % 12, 1 + n % 28))
                .add("2025-01-01T00:00:00Z")
                .endRow();
    }
}
