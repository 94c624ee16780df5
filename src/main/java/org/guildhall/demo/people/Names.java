package org.guildhall.demo.people;

import java.util.List;

/** Invents Chinese names as they are spread among generations: frequent surnames are frequent, given names are of their time. */
final class Names {

    /** By frequency, the commonest first. */
    private static final String SURNAMES =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭" + "陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛段雷黎史龙陶贺毛郝顾龚邵万覃武钱戴莫孔向常";

    private static final List<String> COMPOUND = List.of("欧阳", "司徒", "上官", "诸葛", "慕容");
    private static final int[] SURNAME_WEIGHTS = weights();

    /** A generation's characters for a given name: first, second, and for names of one character. */
    private record Pool(String first, String second, String single) {}

    private static final List<Pool> FEMALE = List.of(
            new Pool("秀桂玉淑凤素慧美月兰金春", "英兰珍芳云华琴珠梅荣霞芝", "芬英珍兰云梅"),
            new Pool("丽晓海红建文小雪春志玉艳", "娟萍丽燕敏红霞芳梅琴华玲", "丽静敏燕娟红艳芳霞洁玲颖"),
            new Pool("佳雪梦思雨晓婷欣诗子嘉静", "怡婷雯琪萱瑶颖洁莹琳妮文", "婷雪倩颖洁琳慧悦薇璐莹瑶"),
            new Pool("梓雨欣可子语诗佳若一书沐", "涵桐怡萱彤瑶晴妍宁恩溪悦", "玥宁萱妍彤瑶"));

    private static final List<Pool> MALE = List.of(
            new Pool("建国志德金永福玉文振庆树", "国华民军平明生林强山荣祥", "军平勇刚强明"),
            new Pool("志建海晓文卫立永国俊伟小", "强军伟明峰刚平辉斌勇涛东", "伟强磊军勇杰涛斌波辉刚鹏"),
            new Pool("俊浩嘉宇志子天文家鹏明泽", "杰宇轩豪鑫翔凯昊然博辉睿", "浩鑫帅杰超鹏宇翔凯昊博晨"),
            new Pool("浩子宇梓俊一泽沐天皓睿嘉", "轩宇然睿辰泽航涵昊霖熙阳", "睿轩宇辰泽航"));

    private Names() {}

    /** A person's name. */
    static String person(Dice dice, boolean female, int yearOfBirth) {
        var surname =
                dice.chance(4) ? dice.pick(COMPOUND) : String.valueOf(SURNAMES.charAt(dice.weighted(SURNAME_WEIGHTS)));
        int generation = yearOfBirth < 1966 ? 0 : yearOfBirth < 1984 ? 1 : yearOfBirth < 2001 ? 2 : 3;
        var pool = (female ? FEMALE : MALE).get(generation);
        if (dice.chance(generation == 3 ? 60 : 220)) {
            return surname + dice.letter(pool.single());
        }
        var first = dice.letter(pool.first());
        var second = dice.letter(pool.second());
        return first.equals(second) ? surname + first : surname + first + second;
    }

    /** A company's legal name. */
    static String company(Dice dice, String city) {
        var brand = dice.letter("云启恒瑞锦汇盛泽明弘华嘉") + dice.letter("达源信诚合创辰航景和远新");
        var trade = dice.pick(List.of("商贸", "科技", "餐饮管理", "文化传播", "物业服务", "教育咨询", "医疗器械", "建筑设计"));
        return city + brand + trade + "有限公司";
    }

    private static int[] weights() {
        var weights = new int[SURNAMES.length()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 10_000 / (i + 6);
        }
        return weights;
    }
}
