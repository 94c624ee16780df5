package org.guildhall.demo.trade;

import java.util.List;

/** What the stores sell: eight categories of eight products with prices in fen. */
final class Catalogue {

    private Catalogue() {}

    /** A product and its price. */
    record Product(String name, String category, long fen) {}

    /** A category with its products. */
    record Category(String name, List<Product> products) {

        private static Category of(String name, Object... namesAndYuan) {
            var products = new java.util.ArrayList<Product>();
            for (int i = 0; i < namesAndYuan.length; i += 2) {
                products.add(new Product((String) namesAndYuan[i], name, 100L * (Integer) namesAndYuan[i + 1] - 10));
            }
            return new Category(name, List.copyOf(products));
        }
    }

    static final List<Category> CATEGORIES = List.of(
            Category.of(
                    "美妆护肤", "保湿面霜", 269, "防晒乳", 129, "氨基酸洁面", 89, "精华液", 459, "口红", 199, "面膜礼盒", 159, "香水小样", 69, "护手霜",
                    49),
            Category.of(
                    "食品生鲜", "有机蔬菜箱", 68, "进口牛排", 138, "坚果礼盒", 168, "鲜奶月卡", 240, "东北大米", 79, "时令水果篮", 118, "橄榄油", 98,
                    "手工水饺", 39),
            Category.of(
                    "家居日用", "乳胶枕", 299, "四件套", 499, "香薰蜡烛", 89, "保温杯", 119, "收纳箱", 59, "毛巾套装", 79, "砂锅", 189, "洗护补充装",
                    45),
            Category.of(
                    "服饰鞋包", "羊毛衫", 599, "休闲鞋", 459, "通勤包", 799, "羽绒服", 1299, "衬衫", 299, "丝巾", 259, "棉袜礼盒", 69, "皮带",
                    229),
            Category.of(
                    "母婴亲子", "纸尿裤", 149, "奶粉", 328, "绘本套装", 138, "积木", 259, "婴儿推车", 1399, "儿童餐具", 79, "辅食机", 369,
                    "亲子手工课", 199),
            Category.of(
                    "数码家电", "蓝牙耳机", 699, "电动牙刷", 329, "空气炸锅", 459, "加湿器", 259, "扫地机器人", 2399, "台灯", 199, "充电宝", 149,
                    "咖啡机", 1699),
            Category.of(
                    "茶酒滋补", "明前龙井", 388, "普洱茶饼", 298, "燕窝礼盒", 888, "黄酒", 128, "茉莉花茶", 88, "红酒双支", 358, "枸杞礼罐", 78, "白茶",
                    228),
            Category.of(
                    "运动户外", "跑步鞋", 699, "瑜伽垫", 159, "露营帐篷", 899, "速干衣", 169, "登山杖", 229, "运动水壶", 79, "羽毛球拍", 399, "泳镜",
                    99));
}
