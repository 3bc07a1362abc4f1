/**
 * What reports say, in the wording of the plans (QĐ 2447/QĐ-TTg, mục II và III; Kế hoạch của UBND thành phố Hà Nội).
 * A narrative is told slot by slot: of each slot one sentence is taken whose every {blank} can be filled.
 * Blanks: figures by id ({B1}), shares in percent ({C2/C1}), {unit}, {area}, {year}, {next}; and what only some have:
 * {tinh} and {units} (consolidated reports), {body} (departments, ministries, fronts). “({local})”, “({xa})” and “({body})” print
 * nothing: the sentence is for places (communes and those who count them), for communes, or for bodies only.
 */
export const sentences: Record<string, string[][]> = {
  N1: [
    [
      "Năm {year}, {unit} đã ban hành {A4} văn bản lãnh đạo, chỉ đạo, hướng dẫn triển khai phong trào thi đua “Toàn dân bảo vệ an ninh Tổ quốc”.",
      "{unit} xác định phong trào thi đua là nhiệm vụ thường xuyên của cả hệ thống chính trị, đã ban hành {A4} văn bản để lãnh đạo, chỉ đạo thực hiện trong năm {year}.",
      "Bám sát kế hoạch của cấp trên, năm {year} {unit} ban hành kế hoạch và {A4} văn bản triển khai phong trào thi đua phù hợp đặc điểm tình hình {area}.",
    ],
    [
      "Tổ chức {A5} hội nghị triển khai, sơ kết; kiểm tra, giám sát {A6} cuộc với {A7} lượt đơn vị, kịp thời chấn chỉnh những nơi làm còn hình thức.",
      "Đã tổ chức {A5} hội nghị triển khai, sơ kết và {A6} cuộc kiểm tra, giám sát; lồng ghép với {A10} phong trào, cuộc vận động khác do các ngành, đoàn thể phát động.",
      "Công tác kiểm tra được duy trì với {A6} cuộc tại {A7} lượt đơn vị; kết quả kiểm tra được thông báo bằng văn bản để các đơn vị khắc phục.",
      "Đã tổ chức {A5} hội nghị triển khai, sơ kết; phân công từng thành viên phụ trách, gắn trách nhiệm người đứng đầu với kết quả phong trào.",
    ],
    [
      "Kinh phí bố trí cho phong trào trong năm là {A9} triệu đồng, bảo đảm cho tuyên truyền, tập huấn và khen thưởng.",
      "Ban Chỉ đạo phân công thành viên phụ trách từng địa bàn, giao ban hằng tháng và báo cáo cấp ủy kết quả thực hiện.",
      "Đã bố trí {A9} triệu đồng từ ngân sách và nguồn huy động hợp pháp để thực hiện các nội dung thi đua.",
    ],
    [
      "Báo cáo này tổng hợp số liệu của {units} đơn vị trực thuộc, trong đó {B1} mô hình bảo đảm an ninh, trật tự đang hoạt động.",
    ],
  ],
  N2: [
    [
      "{unit} tổ chức quán triệt, triển khai các nghị quyết, chỉ thị, kết luận của Đảng, Nhà nước về bảo đảm an ninh, trật tự tới toàn thể cán bộ, công chức, viên chức và Nhân dân.",
      "Các nghị quyết, chỉ thị, kết luận về công tác bảo đảm an ninh, trật tự được {unit} cụ thể hóa thành chương trình công tác năm {year}, phân công rõ người, rõ việc, rõ thời gian.",
      "Việc thực hiện Kết luận số 44-KL/TW của Ban Bí thư và các chỉ thị về phong trào Toàn dân bảo vệ an ninh Tổ quốc được {unit} duy trì nền nếp, gắn với nhiệm vụ chính trị hằng tháng.",
    ],
    [
      "Chi bộ các thôn, tổ dân phố {area} đưa nội dung phong trào vào sinh hoạt định kỳ; đảng viên gương mẫu, gắn bó với {B15} tổ hòa giải ở cơ sở để nắm và giải quyết việc từ sớm.",
      "Các đơn vị thuộc {unit} ký cam kết thi đua ngay từ đầu năm, lấy kết quả bảo vệ bí mật nhà nước và an ninh nội bộ làm tiêu chí bình xét cuối năm ({body}).",
      "Nội dung thi đua được lồng ghép vào các phong trào, cuộc vận động đang thực hiện, tránh chồng chéo và hình thức.",
    ],
    [
      "Qua theo dõi, nhận thức của cán bộ và Nhân dân về trách nhiệm bảo vệ an ninh Tổ quốc có chuyển biến rõ, tình hình an ninh, trật tự {area} cơ bản ổn định.",
      "Không để xảy ra điểm nóng, vụ việc phức tạp kéo dài về an ninh, trật tự {area}.",
      "Việc sơ kết, rút kinh nghiệm được tiến hành theo quý; các nhiệm vụ trong kế hoạch năm {year} cơ bản hoàn thành đúng tiến độ.",
    ],
  ],
  N3: [
    [
      "Ban Chỉ đạo phong trào được kiện toàn theo mô hình chính quyền địa phương hai cấp, có quy chế hoạt động và phân công địa bàn cho từng thành viên ({local}).",
      "{unit} rà soát, kiện toàn bộ máy tham mưu, gắn tinh gọn tổ chức với nâng cao hiệu quả lãnh đạo, chỉ đạo công tác bảo đảm an ninh, trật tự.",
      "Sau sắp xếp tổ chức bộ máy, {unit} đã phân công lại nhiệm vụ, bảo đảm không gián đoạn công tác chỉ đạo phong trào {area}.",
    ],
    [
      "Công tác hòa giải ở cơ sở được chú trọng: {B15} tổ hòa giải tiếp nhận {B16} vụ việc, hòa giải thành {B17} vụ việc, đạt {B17/B16}.",
      "Các tổ hòa giải đã hòa giải thành {B17} trong số {B16} vụ việc tiếp nhận ({B17/B16}), góp phần giải quyết mâu thuẫn ngay từ cơ sở.",
      "Đã tổ chức {A6} cuộc kiểm tra việc chấp hành quy định về bảo đảm an ninh, an toàn cơ quan; các thiếu sót được khắc phục trong thời hạn yêu cầu ({body}).",
      "Người đứng đầu các cơ quan, đơn vị trực thuộc chịu trách nhiệm về kết quả thực hiện phong trào; việc đánh giá được gắn với xếp loại cuối năm.",
    ],
    [
      "Chính quyền và Công an cùng cấp duy trì giao ban hằng tuần, nắm chắc tình hình, xử lý kịp thời kiến nghị của Nhân dân ({local}).",
      "Việc tiếp nhận, giải quyết phản ánh, kiến nghị về an ninh, trật tự được công khai, đúng thời hạn.",
      "Quan hệ phối hợp giữa chính quyền, Công an, Mặt trận Tổ quốc và các đoàn thể ngày càng chặt chẽ, rõ trách nhiệm.",
    ],
  ],
  N4: [
    [
      "Đến nay {area} có {B1} mô hình bảo đảm an ninh, trật tự đang hoạt động, trong đó xây dựng mới {B2}, nhân rộng {B3} mô hình; {B4} mô hình hoạt động hiệu quả.",
      "Toàn {tinh} có {B1} mô hình bảo đảm an ninh, trật tự; trong năm xây dựng mới {B2}, nhân rộng {B3} mô hình, {B4} mô hình được đánh giá hoạt động hiệu quả.",
      "{unit} duy trì {B1} mô hình, {B4} mô hình hoạt động hiệu quả; thực hiện phương châm “Tự quản, tự phòng, tự bảo vệ, tự hòa giải” từ gia đình đến cộng đồng dân cư ({local}).",
      "{unit} duy trì {B1} mô hình bảo đảm an ninh, trật tự; việc đánh giá, phân loại mô hình được thực hiện theo hướng dẫn của ngành Công an.",
    ],
    [
      "Nổi bật là {B5} mô hình “Camera an ninh”, {B7} mô hình “Tổ liên gia về an ninh trật tự” và {B6} mô hình “Tổ tự phòng, tự quản” được Nhân dân đồng tình hưởng ứng.",
      "Các mô hình “Camera an ninh” ({B5}), “Khu dân cư an toàn về an ninh, trật tự” ({B8}), “Cổng trường an toàn” ({B9}) phát huy tác dụng rõ trong phòng ngừa tội phạm.",
      "Mô hình ở vùng dân tộc thiểu số ({B11}) và vùng biên giới, biển đảo ({B12}) được quan tâm xây dựng, phát huy vai trò người có uy tín.",
      "Các mô hình tập trung vào bảo vệ an ninh nội bộ, an toàn phòng cháy, chữa cháy và an ninh trường học, phù hợp với đặc thù của {body}.",
    ],
    [
      "Có {C2} khu dân cư được công nhận đạt tiêu chuẩn “An toàn về an ninh, trật tự”, đạt {C2/C1} số đăng ký; {C5} cơ quan, đơn vị và {C11} cơ sở giáo dục được công nhận.",
      "Kết quả công nhận tiêu chuẩn “An toàn về an ninh, trật tự”: {C2} khu dân cư ({C2/C1}), {C5} cơ quan, đơn vị ({C5/C4}), {C8} doanh nghiệp, {C11} cơ sở giáo dục.",
      "Có {C5} trong {C4} cơ quan, đơn vị đăng ký được công nhận đạt tiêu chuẩn “An toàn về an ninh, trật tự”, đạt {C5/C4}.",
    ],
  ],
  N5: [
    [
      "{unit} đẩy mạnh chuyển đổi số trong phong trào, có {D1} sáng kiến, giải pháp được áp dụng; duy trì kênh tiếp nhận tin báo qua mạng xã hội và ứng dụng VNeID.",
      "Trong năm có {D1} sáng kiến, giải pháp ứng dụng khoa học công nghệ, chuyển đổi số phục vụ bảo đảm an ninh, trật tự {area}.",
      "{unit} tăng cường ứng dụng công nghệ thông tin trong bảo đảm an ninh, trật tự; duy trì trang, nhóm trên mạng xã hội để tiếp nhận tin báo và cảnh báo lừa đảo trực tuyến.",
    ],
    [
      "Đã tổ chức {D2} lớp tập huấn về an toàn, an ninh mạng cho {D3} lượt người; kiểm tra, đánh giá an toàn thông tin đối với {D4} hệ thống.",
      "Mở {D2} lớp tập huấn với {D3} lượt người tham gia về kỹ năng nhận diện thủ đoạn lừa đảo trên không gian mạng, bảo vệ dữ liệu cá nhân.",
      "Việc cảnh báo thủ đoạn lừa đảo trên không gian mạng được lồng ghép trong {F4} buổi tuyên truyền trực tiếp, lưu động.",
    ],
    [
      "Hệ thống thông tin, dữ liệu được quản lý chặt chẽ, phân quyền theo chức trách; việc soạn thảo, lưu giữ tài liệu mật thực hiện đúng quy định.",
      "Có {B14} mô hình trên không gian mạng, góp phần xây dựng thế trận an ninh nhân dân trên không gian mạng.",
      "Tổ công nghệ số cộng đồng phối hợp với lực lượng ở cơ sở hướng dẫn người dân sử dụng dịch vụ công và tự bảo vệ tài khoản ({xa}).",
    ],
  ],
  N6: [
    [
      "Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở được kiện toàn gồm {E1} tổ với {E2} thành viên, được trang bị, bồi dưỡng theo quy định.",
      "Toàn {tinh} có {E1} tổ bảo vệ an ninh, trật tự ở cơ sở với {E2} thành viên; trong năm có {E3} lượt thành viên được bồi dưỡng, tập huấn.",
      "{unit} duy trì {E1} tổ bảo vệ an ninh, trật tự với {E2} thành viên, {E5} % khu dân cư có tổ bảo vệ an ninh, trật tự.",
      "Lực lượng bảo vệ cơ quan, doanh nghiệp, cơ sở giáo dục có {E4} người, cơ bản đủ về số lượng, được phân công ca trực rõ ràng ({body}).",
    ],
    [
      "Trong năm có {E3} lượt thành viên được bồi dưỡng, tập huấn về pháp luật, nghiệp vụ, kỹ năng phòng cháy, chữa cháy và cứu nạn, cứu hộ.",
      "Đã bồi dưỡng, tập huấn cho {E3} lượt thành viên; phối hợp Công an tổ chức tuần tra, kiểm soát vào các thời điểm phức tạp.",
    ],
    [
      "Chế độ, chính sách đối với lực lượng được chi trả đầy đủ, kịp thời; lực lượng bảo vệ cơ quan, doanh nghiệp, cơ sở giáo dục có {E4} người ({local}).",
      "Việc xây dựng lực lượng Công an nhân dân vững mạnh, gần dân, sát cơ sở được cấp ủy, chính quyền quan tâm; chế độ, chính sách được bảo đảm ({local}).",
      "Công tác bảo vệ chính trị nội bộ được duy trì nghiêm túc, lực lượng nòng cốt phát huy tốt vai trò tham mưu tại chỗ ({body}).",
    ],
  ],
  N7: [
    [
      "Công tác tuyên truyền được đổi mới với {F1} tin, bài, phóng sự trên báo chí, {F2} tin, bài trên cổng thông tin điện tử và mạng xã hội.",
      "{unit} đăng tải {F2} tin, bài trên cổng thông tin điện tử, mạng xã hội; phối hợp thực hiện {F1} tin, bài, phóng sự về phong trào.",
      "Đã đăng tải {F2} tin, bài và phát {F3} buổi trên hệ thống truyền thanh cơ sở về phương thức, thủ đoạn hoạt động của tội phạm.",
    ],
    [
      "Tổ chức {F4} buổi tuyên truyền trực tiếp, lưu động, thu hút {F5} lượt người tham dự.",
      "Qua {F4} buổi tuyên truyền trực tiếp với {F5} lượt người tham dự, ý thức cảnh giác và tinh thần tố giác tội phạm của Nhân dân được nâng lên.",
    ],
    [
      "“Ngày hội toàn dân bảo vệ an ninh Tổ quốc” được tổ chức tại {F6} điểm với {F7} người tham dự; duy trì {F8} buổi diễn đàn “Công an lắng nghe ý kiến Nhân dân”.",
      "Ngày hội được tổ chức trang trọng tại {F6} điểm, {F7} người tham dự; {F9} tấm gương người tốt, việc tốt được giới thiệu trên hệ thống truyền thanh và mạng xã hội.",
      "Đã tuyên truyền {F9} tấm gương người tốt, việc tốt, những hành động dũng cảm cứu người, cứu tài sản trong thiên tai, bão lũ.",
    ],
  ],
  N8: [
    [
      "Trong năm có {G1} tập thể, {G2} cá nhân được tặng Giấy khen về thành tích trong phong trào Toàn dân bảo vệ an ninh Tổ quốc.",
      "Công tác khen thưởng bảo đảm công khai, đúng đối tượng: {G1} tập thể và {G2} cá nhân được tặng Giấy khen, trong đó chú trọng người trực tiếp lao động, công tác.",
    ],
    [
      "Có {G3} tập thể, {G4} cá nhân được tặng Bằng khen của bộ, ban, ngành, tỉnh; {G10} trường hợp được khen thưởng đột xuất.",
      "Việc phát hiện, bồi dưỡng và nhân rộng gương điển hình tiên tiến được thực hiện thường xuyên; {F9} tấm gương được tuyên truyền rộng rãi.",
      "Hồ sơ đề nghị khen thưởng được lập đúng quy định, lấy ý kiến Nhân dân nơi cư trú trước khi trình cấp có thẩm quyền.",
    ],
  ],
  N9: [
    [
      "Một số mô hình hoạt động chưa đều, việc sơ kết, đánh giá còn chậm; nội dung sinh hoạt ở một số nơi chưa phong phú.",
      "Phong trào phát triển chưa đồng đều giữa các địa bàn; một bộ phận Nhân dân còn có tâm lý cho rằng bảo đảm an ninh, trật tự là việc của riêng lực lượng Công an.",
      "Việc nhân rộng mô hình còn hạn chế; tuyên truyền trên không gian mạng chưa theo kịp thủ đoạn mới của tội phạm.",
      "Công tác phối hợp giữa các đơn vị có lúc chưa chặt chẽ; thông tin, báo cáo của một số đơn vị còn chậm so với thời hạn.",
      "Kinh phí dành cho phong trào còn hạn hẹp so với yêu cầu; trang thiết bị của lực lượng ở cơ sở chưa đồng bộ.",
    ],
    [
      "Nguyên nhân chủ yếu do địa bàn rộng sau sắp xếp, dân cư biến động, cán bộ làm công tác phong trào phần lớn kiêm nhiệm ({local}).",
      "Nguyên nhân chủ quan là một số cấp ủy, người đứng đầu chưa thật sự quan tâm; cán bộ làm công tác phong trào còn kiêm nhiệm nhiều việc.",
      "Nguyên nhân do đội ngũ tham mưu còn thiếu kinh nghiệm, việc ứng dụng công nghệ thông tin trong theo dõi, thống kê chưa đồng bộ.",
      "Nguyên nhân khách quan do khối lượng công việc lớn sau sắp xếp bộ máy; nguyên nhân chủ quan do công tác kiểm tra, đôn đốc chưa thường xuyên.",
    ],
  ],
  N10: [
    [
      "Năm {next}, {unit} tiếp tục quán triệt sâu sắc các nghị quyết, chỉ thị của Đảng về bảo vệ an ninh Tổ quốc; ban hành kế hoạch thi đua ngay trong tháng 01.",
      "Năm {next}, tiếp tục nâng cao chất lượng phong trào {area}, gắn với phát triển kinh tế - xã hội và bảo đảm an sinh xã hội.",
      "Phương hướng năm {next}: củng cố, nhân rộng các mô hình hiệu quả, chuyển trọng tâm phong trào về cơ sở và trên không gian mạng.",
    ],
    [
      "Rà soát, kiện toàn lực lượng nòng cốt ở cơ sở; bảo đảm chế độ, chính sách và điều kiện hoạt động theo quy định.",
      "Phấn đấu không để mô hình nào hoạt động hình thức; duy trì {B4} mô hình hiệu quả hiện có và xây dựng mô hình mới ở địa bàn trọng điểm.",
      "Đẩy mạnh chuyển đổi số, cập nhật số liệu thường xuyên trên hệ thống để việc theo dõi, đánh giá được kịp thời, chính xác.",
    ],
    [
      "Chú trọng phát hiện, biểu dương, khen thưởng kịp thời gương người tốt, việc tốt, nhất là người trực tiếp lao động, công tác.",
      "Tăng cường kiểm tra, giám sát và đối thoại với Nhân dân; giải quyết mâu thuẫn ngay từ cơ sở.",
    ],
  ],
  N11: [
    [
      "Đề nghị cấp trên quan tâm bố trí kinh phí, trang bị phương tiện cho lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở; sớm hướng dẫn thống nhất tiêu chí phân loại phong trào.",
      "Đề nghị Bộ Công an, Bộ Nội vụ hướng dẫn cụ thể việc đánh giá, phân loại phong trào và tổ chức tập huấn nghiệp vụ cho cán bộ làm công tác thi đua.",
      "Kiến nghị tăng tỷ lệ khen thưởng đối với tập thể, cá nhân ở cơ sở; tổ chức tham quan, trao đổi kinh nghiệm giữa các địa phương có mô hình hay.",
      "Đề nghị có cơ chế hỗ trợ lắp đặt, duy trì hệ thống camera an ninh ở khu dân cư và kết nối về trung tâm điều hành theo quy định.",
    ],
  ],
};
