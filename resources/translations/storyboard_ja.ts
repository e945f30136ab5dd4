<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en" language="ja">
  <context>
    <name>AboutDialog</name>
    <message>
      <source>About Storyboard</source>
      <translation>Storyboard について</translation>
    </message>
    <message>
      <source>Apache-2.0. Fonts: Inter and Noto Sans JP, SIL Open Font License.</source>
      <translation>Apache-2.0。フォント: Inter と Noto Sans JP、SIL Open Font License。</translation>
    </message>
    <message>
      <source>Characters that stay themselves from panel to panel.</source>
      <translation>どのコマでも、キャラクターがその人のまま。</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>コピー</translation>
    </message>
    <message>
      <source>Storyboard {}</source>
      <translation>Storyboard {}</translation>
    </message>
  </context>
  <context>
    <name>AnchorRow</name>
    <message>
      <source>It is no longer in the story</source>
      <translation>もう物語にありません</translation>
    </message>
    <message>
      <source>Kept true to {}: click to go there</source>
      <translation>{} をもとにしています。クリックで移動します</translation>
    </message>
    <message>
      <source>gone</source>
      <translation>なし</translation>
    </message>
  </context>
  <context>
    <name>Badge</name>
    <message>
      <source>Approved</source>
      <translation>承認済み</translation>
    </message>
    <message>
      <source>Cast</source>
      <translation>キャスト</translation>
    </message>
    <message>
      <source>Draft</source>
      <translation>ドラフト</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>失敗</translation>
    </message>
    <message>
      <source>Final</source>
      <translation>完成</translation>
    </message>
    <message>
      <source>Generating</source>
      <translation>生成中</translation>
    </message>
    <message>
      <source>Locked</source>
      <translation>ロック中</translation>
    </message>
    <message>
      <source>Locked: {}</source>
      <translation>ロック: {}</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>番号</translation>
    </message>
    <message>
      <source>Picture</source>
      <translation>絵</translation>
    </message>
    <message>
      <source>Queued {}</source>
      <translation>待ち {}</translation>
    </message>
    <message>
      <source>Stale: {}</source>
      <translation>更新が必要: {}</translation>
    </message>
    <message>
      <source>The scene keeps the place of this panel</source>
      <translation>このコマの場所をシーン全体で保ちます</translation>
    </message>
    <message>
      <source>The sound begins here: {}</source>
      <translation>ここから音声: {}</translation>
    </message>
    <message>
      <source>Timing</source>
      <translation>時間</translation>
    </message>
    <message>
      <source>loading the model</source>
      <translation>モデルを読み込み中</translation>
    </message>
    <message>
      <source>step {} / {}</source>
      <translation>ステップ {} / {}</translation>
    </message>
    <message>
      <source>step {} / {} · {:.0f} s left</source>
      <translation>ステップ {} / {} · 残り {:.0f} 秒</translation>
    </message>
    <message>
      <source>{} locked</source>
      <translation>{} をロック</translation>
    </message>
  </context>
  <context>
    <name>BoardView</name>
    <message>
      <source>Board</source>
      <translation>ボード</translation>
    </message>
    <message>
      <source>The board is empty. Import a script, or press N for a new panel.</source>
      <translation>ボードは空です。脚本を読み込むか、N を押してコマを追加してください。</translation>
    </message>
  </context>
  <context>
    <name>CameraBar</name>
    <message>
      <source>Drag a frame or its corners.</source>
      <translation>枠またはその角をドラッグしてください。</translation>
    </message>
    <message>
      <source>Even</source>
      <translation>一定</translation>
    </message>
    <message>
      <source>Gentle</source>
      <translation>ゆるやか</translation>
    </message>
    <message>
      <source>Slow end</source>
      <translation>ゆっくり終える</translation>
    </message>
    <message>
      <source>Slow start</source>
      <translation>ゆっくり始める</translation>
    </message>
    <message>
      <source>Speed</source>
      <translation>速度</translation>
    </message>
    <message>
      <source>Swap</source>
      <translation>入れ替え</translation>
    </message>
    <message>
      <source>The camera goes the other way</source>
      <translation>カメラを逆向きに動かします</translation>
    </message>
  </context>
  <context>
    <name>Card</name>
    <message numerus="yes">
      <source>%n take(s)</source>
      <translation>
        <numerusform>%n テイク</numerusform>
      </translation>
    </message>
    <message>
      <source>Empty panel</source>
      <translation>空のコマ</translation>
    </message>
    <message>
      <source>not drawn</source>
      <translation>未作画</translation>
    </message>
    <message>
      <source>take {}/{}</source>
      <translation>テイク {}/{}</translation>
    </message>
  </context>
  <context>
    <name>CastDock</name>
    <message>
      <source>Characters</source>
      <translation>キャラクター</translation>
    </message>
    <message>
      <source>Colour</source>
      <translation>色</translation>
    </message>
    <message>
      <source>Colour of a character</source>
      <translation>キャラクターの色</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>削除</translation>
    </message>
    <message>
      <source>Description</source>
      <translation>説明</translation>
    </message>
    <message>
      <source>Description, read for their name</source>
      <translation>説明（名前の代わりに読まれます）</translation>
    </message>
    <message>
      <source>Draw a portrait</source>
      <translation>ポートレートを描く</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>名前</translation>
    </message>
    <message>
      <source>Nobody yet. Describe somebody at the top of the script, or here.</source>
      <translation>まだ誰もいません。脚本の先頭か、ここで説明を書いてください。</translation>
    </message>
    <message>
      <source>Outfits</source>
      <translation>服装</translation>
    </message>
    <message>
      <source>Pictures (*.png *.jpg *.jpeg *.webp *.tif *.tiff)</source>
      <translation>画像 (*.png *.jpg *.jpeg *.webp *.tif *.tiff)</translation>
    </message>
    <message>
      <source>Portraits</source>
      <translation>ポートレート</translation>
    </message>
    <message>
      <source>Reference pictures</source>
      <translation>参考画像</translation>
    </message>
    <message>
      <source>The colour of this character in the script and on cards</source>
      <translation>脚本とカードでのこのキャラクターの色</translation>
    </message>
    <message numerus="yes">
      <source>{} · %n panel(s)</source>
      <translation>
        <numerusform>{} · %n コマ</numerusform>
      </translation>
    </message>
    <message>
      <source>＋ Character</source>
      <translation>＋ キャラクター</translation>
    </message>
    <message>
      <source>＋ Picture …</source>
      <translation>＋ 画像…</translation>
    </message>
  </context>
  <context>
    <name>CastField</name>
    <message>
      <source>Dressed as described</source>
      <translation>説明どおりの服装</translation>
    </message>
    <message>
      <source>Dressed as in the scene</source>
      <translation>シーンと同じ服装</translation>
    </message>
    <message>
      <source>Take {} out</source>
      <translation>{} を外す</translation>
    </message>
    <message>
      <source>{} (in some)</source>
      <translation>{} (一部)</translation>
    </message>
    <message>
      <source>＋ Add</source>
      <translation>＋ 追加</translation>
    </message>
  </context>
  <context>
    <name>Command</name>
    <message>
      <source>About Storyboard</source>
      <translation>Storyboard について</translation>
    </message>
    <message>
      <source>Add a sound to the panel …</source>
      <translation>コマに音声を追加…</translation>
    </message>
    <message>
      <source>Add sound …</source>
      <translation>音声を追加…</translation>
    </message>
    <message>
      <source>All commands …</source>
      <translation>すべてのコマンド…</translation>
    </message>
    <message>
      <source>Approve</source>
      <translation>承認する</translation>
    </message>
    <message>
      <source>Board or film</source>
      <translation>ボードとフィルムの切り替え</translation>
    </message>
    <message>
      <source>Cancel all</source>
      <translation>すべて中止</translation>
    </message>
    <message>
      <source>Cancel the running job</source>
      <translation>実行中のジョブを中止</translation>
    </message>
    <message>
      <source>Captions</source>
      <translation>キャプション</translation>
    </message>
    <message>
      <source>Choose a model …</source>
      <translation>モデルを選ぶ…</translation>
    </message>
    <message>
      <source>Close project</source>
      <translation>プロジェクトを閉じる</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>コピー</translation>
    </message>
    <message>
      <source>Cut</source>
      <translation>切り取り</translation>
    </message>
    <message>
      <source>Cut to the next panel</source>
      <translation>次のコマへカット</translation>
    </message>
    <message>
      <source>Dissolve to the next panel</source>
      <translation>次のコマへディゾルブ</translation>
    </message>
    <message>
      <source>Draw 2 takes</source>
      <translation>2 テイク描く</translation>
    </message>
    <message>
      <source>Draw 4 takes</source>
      <translation>4 テイク描く</translation>
    </message>
    <message>
      <source>Draw 8 takes</source>
      <translation>8 テイク描く</translation>
    </message>
    <message>
      <source>Draw again with new seeds</source>
      <translation>新しいシードで描き直す</translation>
    </message>
    <message>
      <source>Draw the selected panels</source>
      <translation>選択したコマを描く</translation>
    </message>
    <message>
      <source>Draw them next</source>
      <translation>次に描く</translation>
    </message>
    <message>
      <source>Draw what is missing</source>
      <translation>未作画のコマを描く</translation>
    </message>
    <message>
      <source>Duplicate</source>
      <translation>複製</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>編集</translation>
    </message>
    <message>
      <source>Export …</source>
      <translation>書き出し…</translation>
    </message>
    <message>
      <source>File</source>
      <translation>ファイル</translation>
    </message>
    <message>
      <source>Full screen</source>
      <translation>フルスクリーン</translation>
    </message>
    <message>
      <source>Generate</source>
      <translation>生成</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>ヘルプ</translation>
    </message>
    <message>
      <source>Import script …</source>
      <translation>脚本を読み込む…</translation>
    </message>
    <message>
      <source>Keep a restore point …</source>
      <translation>復元ポイントを残す…</translation>
    </message>
    <message>
      <source>Keep this place for the scene</source>
      <translation>この場所をシーンで保つ</translation>
    </message>
    <message>
      <source>Larger cards</source>
      <translation>カードを大きく</translation>
    </message>
    <message>
      <source>Light or dark</source>
      <translation>明るい・暗いテーマの切り替え</translation>
    </message>
    <message>
      <source>Lock or unlock the picture</source>
      <translation>絵のロックを切り替え</translation>
    </message>
    <message>
      <source>Log …</source>
      <translation>ログ…</translation>
    </message>
    <message>
      <source>Loop</source>
      <translation>ループ</translation>
    </message>
    <message>
      <source>Make this take again, and compare</source>
      <translation>このテイクをもう一度作って比べる</translation>
    </message>
    <message>
      <source>Mark as draft</source>
      <translation>ドラフトにする</translation>
    </message>
    <message>
      <source>Mark as final</source>
      <translation>完成にする</translation>
    </message>
    <message>
      <source>Move left</source>
      <translation>左へ移動</translation>
    </message>
    <message>
      <source>Move right</source>
      <translation>右へ移動</translation>
    </message>
    <message>
      <source>Move to the trash</source>
      <translation>ゴミ箱へ移動</translation>
    </message>
    <message>
      <source>New panel after</source>
      <translation>後ろに新しいコマ</translation>
    </message>
    <message>
      <source>New panel before</source>
      <translation>前に新しいコマ</translation>
    </message>
    <message>
      <source>New project …</source>
      <translation>新しいプロジェクト…</translation>
    </message>
    <message>
      <source>New scene</source>
      <translation>新しいシーン</translation>
    </message>
    <message>
      <source>Next take</source>
      <translation>次のテイク</translation>
    </message>
    <message>
      <source>Next view</source>
      <translation>次の表示</translation>
    </message>
    <message>
      <source>One frame back</source>
      <translation>1 フレーム戻る</translation>
    </message>
    <message>
      <source>One frame on</source>
      <translation>1 フレーム進む</translation>
    </message>
    <message>
      <source>Onion skin</source>
      <translation>オニオンスキン</translation>
    </message>
    <message>
      <source>Open the sample</source>
      <translation>サンプルを開く</translation>
    </message>
    <message>
      <source>Open …</source>
      <translation>開く…</translation>
    </message>
    <message>
      <source>Panel</source>
      <translation>コマ</translation>
    </message>
    <message>
      <source>Paste</source>
      <translation>貼り付け</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>一時停止</translation>
    </message>
    <message>
      <source>Pause or resume the queue</source>
      <translation>キューを一時停止・再開</translation>
    </message>
    <message>
      <source>Play or pause</source>
      <translation>再生・一時停止</translation>
    </message>
    <message>
      <source>Predict the way to the next panel</source>
      <translation>次のコマへの動きを予測</translation>
    </message>
    <message>
      <source>Preferences …</source>
      <translation>環境設定…</translation>
    </message>
    <message>
      <source>Previous take</source>
      <translation>前のテイク</translation>
    </message>
    <message>
      <source>Problems …</source>
      <translation>問題…</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>終了</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>やり直す</translation>
    </message>
    <message>
      <source>Redo what is stale and unlocked</source>
      <translation>更新が必要でロックされていないコマを描き直す</translation>
    </message>
    <message>
      <source>Remove sound</source>
      <translation>音声を取り除く</translation>
    </message>
    <message>
      <source>Render transitions</source>
      <translation>予測トランジションをレンダリング</translation>
    </message>
    <message>
      <source>Reset layout</source>
      <translation>レイアウトを元に戻す</translation>
    </message>
    <message>
      <source>Restore from the trash</source>
      <translation>ゴミ箱から戻す</translation>
    </message>
    <message>
      <source>Select all</source>
      <translation>すべて選択</translation>
    </message>
    <message>
      <source>Shuttle back</source>
      <translation>逆再生</translation>
    </message>
    <message>
      <source>Shuttle forward</source>
      <translation>順再生</translation>
    </message>
    <message>
      <source>Smaller cards</source>
      <translation>カードを小さく</translation>
    </message>
    <message>
      <source>Star the take</source>
      <translation>テイクに星を付ける</translation>
    </message>
    <message>
      <source>Start a new shot here</source>
      <translation>ここから新しいショット</translation>
    </message>
    <message>
      <source>Take to the trash</source>
      <translation>テイクをゴミ箱へ</translation>
    </message>
    <message>
      <source>Timeline</source>
      <translation>タイムライン</translation>
    </message>
    <message>
      <source>To the beginning</source>
      <translation>先頭へ</translation>
    </message>
    <message>
      <source>To the end</source>
      <translation>末尾へ</translation>
    </message>
    <message>
      <source>Trash …</source>
      <translation>ゴミ箱…</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>元に戻す</translation>
    </message>
    <message>
      <source>View</source>
      <translation>表示</translation>
    </message>
    <message>
      <source>Whole film in sight</source>
      <translation>フィルム全体を表示</translation>
    </message>
  </context>
  <context>
    <name>CommandPalette</name>
    <message>
      <source>Commands</source>
      <translation>コマンド</translation>
    </message>
    <message>
      <source>Search the commands</source>
      <translation>コマンドを検索</translation>
    </message>
    <message>
      <source>What would you like to do?</source>
      <translation>何をしますか？</translation>
    </message>
  </context>
  <context>
    <name>Comparing</name>
    <message>
      <source>Close</source>
      <translation>閉じる</translation>
    </message>
    <message>
      <source>Copy details</source>
      <translation>詳細をコピー</translation>
    </message>
    <message>
      <source>Since then changed: {changes}.</source>
      <translation>それ以降の変更: {changes}。</translation>
    </message>
    <message>
      <source>Take {number} of {name}</source>
      <translation>{name} のテイク {number}</translation>
    </message>
    <message>
      <source>{take} came out differently: {share} of its pixels, by up to {most} of 255.</source>
      <translation>{take} は違う結果になりました: 画素の {share} が、最大 {most}/255 の差です。</translation>
    </message>
    <message>
      <source>{take} came out the same, pixel for pixel.</source>
      <translation>{take} は画素まで同じ結果になりました。</translation>
    </message>
    <message>
      <source>{take} was made again, but its first picture is missing.</source>
      <translation>{take} をもう一度作りましたが、最初の絵がありません。</translation>
    </message>
  </context>
  <context>
    <name>Core</name>
    <message>
      <source>A LoRA, a VAE or another family cannot draw alone; choose a checkpoint of one of these.</source>
      <translation>LoRA、VAE、ほかの系統のモデルだけでは描けません。このどちらかのチェックポイントを選んでください。</translation>
    </message>
    <message>
      <source>A bracket has no partner in “{prompt}”.</source>
      <translation>「{prompt}」の角括弧が対になっていません。</translation>
    </message>
    <message>
      <source>A character's place must lie within the picture.</source>
      <translation>キャラクターの位置は、絵の内側でなければなりません。</translation>
    </message>
    <message>
      <source>A film has {least} to {most} frames a second. Choose another frame rate.</source>
      <translation>映像のフレームレートは毎秒{least}〜{most}フレームです。別のフレームレートを選んでください。</translation>
    </message>
    <message>
      <source>A panel lasts at least one frame.</source>
      <translation>コマの長さは 1 フレーム以上です。</translation>
    </message>
    <message>
      <source>A panel lasts at least one frame. Write a longer duration.</source>
      <translation>コマの長さは 1 フレーム以上です。もっと長くしてください。</translation>
    </message>
    <message>
      <source>A panel lasts at most a day. Write a shorter duration.</source>
      <translation>コマの長さは 1 日までです。もっと短くしてください。</translation>
    </message>
    <message>
      <source>A panel shows a character that is not part of the story.</source>
      <translation>この物語にいないキャラクターがコマにいます。</translation>
    </message>
    <message>
      <source>A picture is at most {most} times as wide as high, or as high as wide.</source>
      <translation>絵の縦横の比は {most} 倍までです。</translation>
    </message>
    <message>
      <source>A picture takes at least one step.</source>
      <translation>絵を描くには 1 ステップ以上必要です。</translation>
    </message>
    <message>
      <source>A picture that this take was made from is missing from the media folder.</source>
      <translation>このテイクのもとになった絵が、media フォルダーにありません。</translation>
    </message>
    <message>
      <source>A scene can only keep the place of one of its own panels.</source>
      <translation>シーンが保てる場所は、そのシーンのコマの場所だけです。</translation>
    </message>
    <message>
      <source>A scene dresses a character that is not part of the story.</source>
      <translation>この物語にいないキャラクターの服装がシーンにあります。</translation>
    </message>
    <message>
      <source>A story needs a title. Write at least one letter.</source>
      <translation>物語には題名が必要です。1 文字以上書いてください。</translation>
    </message>
    <message>
      <source>A tag has no name.</source>
      <translation>タグに名前がありません。</translation>
    </message>
    <message>
      <source>A transition cannot have {frames} frames.</source>
      <translation>トランジションの長さを {frames} フレームにはできません。</translation>
    </message>
    <message>
      <source>A transition takes at least one step.</source>
      <translation>トランジションには 1 ステップ以上必要です。</translation>
    </message>
    <message>
      <source>Actions</source>
      <translation>動作</translation>
    </message>
    <message>
      <source>Add it again in the timeline, or remove it there.</source>
      <translation>タイムラインでもう一度追加するか、取り除いてください。</translation>
    </message>
    <message>
      <source>Add the file again in the timeline.</source>
      <translation>タイムラインでもう一度追加してください。</translation>
    </message>
    <message>
      <source>Another program is using the document “{path}”.</source>
      <translation>ほかのプログラムが書類「{path}」を使っています。</translation>
    </message>
    <message>
      <source>Bring it back, or draw without it.</source>
      <translation>ファイルを元の場所に戻すか、それなしで描いてください。</translation>
    </message>
    <message>
      <source>Bring the file back from a copy of the project.</source>
      <translation>プロジェクトのコピーからファイルを戻してください。</translation>
    </message>
    <message>
      <source>Cancel it, and generate its panels again.</source>
      <translation>取り消して、コマをもう一度生成してください。</translation>
    </message>
    <message>
      <source>Check its disk and try again.</source>
      <translation>ディスクを確かめて、もう一度試してください。</translation>
    </message>
    <message>
      <source>Check its name, or ask for access on its page.</source>
      <translation>名前を確かめるか、そのページで利用を申請してください。</translation>
    </message>
    <message>
      <source>Check its name.</source>
      <translation>名前を確かめてください。</translation>
    </message>
    <message>
      <source>Check its permissions.</source>
      <translation>アクセス権を確かめてください。</translation>
    </message>
    <message>
      <source>Check that its folder exists, may be written and has room.</source>
      <translation>フォルダーがあり、書き込めて、空きがあることを確かめてください。</translation>
    </message>
    <message>
      <source>Check that the project's folder may be written and has room.</source>
      <translation>プロジェクトのフォルダーに書き込めて、空きがあることを確かめてください。</translation>
    </message>
    <message>
      <source>Check the connection and HF_HUB_OFFLINE, or name a model on this machine.</source>
      <translation>接続と HF_HUB_OFFLINE を確かめるか、このコンピューターにあるモデルを指定してください。</translation>
    </message>
    <message>
      <source>Check the name of the folder.</source>
      <translation>フォルダーの名前を確かめてください。</translation>
    </message>
    <message>
      <source>Check the path, or get the model from the hub: storyboard fetch {name}</source>
      <translation>パスを確かめるか、ハブからモデルを取得してください: storyboard fetch {name}</translation>
    </message>
    <message>
      <source>Choose 0.6.</source>
      <translation>0.6 にしてください。</translation>
    </message>
    <message>
      <source>Choose 16 steps.</source>
      <translation>16 ステップにしてください。</translation>
    </message>
    <message>
      <source>Choose 25 steps.</source>
      <translation>25 ステップにしてください。</translation>
    </message>
    <message>
      <source>Choose a length of 1 to {most} frames.</source>
      <translation>長さを 1 から {most} フレームの間にしてください。</translation>
    </message>
    <message>
      <source>Choose a plain-text script.</source>
      <translation>プレーンテキストの脚本を選んでください。</translation>
    </message>
    <message>
      <source>Choose a project folder, or make a new project.</source>
      <translation>プロジェクトのフォルダーを選ぶか、新しいプロジェクトを作ってください。</translation>
    </message>
    <message>
      <source>Choose a project made by this program.</source>
      <translation>このプログラムで作ったプロジェクトを選んでください。</translation>
    </message>
    <message>
      <source>Choose a smaller size or fewer panels at once.</source>
      <translation>サイズを小さくするか、一度に描くコマを減らしてください。</translation>
    </message>
    <message>
      <source>Choose a take that was drawn here.</source>
      <translation>ここで描いたテイクを選んでください。</translation>
    </message>
    <message>
      <source>Choose a whole PNG, JPEG, WebP or TIFF file.</source>
      <translation>壊れていない PNG、JPEG、WebP、TIFF ファイルを選んでください。</translation>
    </message>
    <message>
      <source>Choose a whole file whose name ends in {ending}.</source>
      <translation>名前が {ending} で終わる、壊れていないファイルを選んでください。</translation>
    </message>
    <message>
      <source>Choose a width and a height of at least 64 px that are multiples of {step}.</source>
      <translation>幅と高さは 64 px 以上の {step} の倍数にしてください。</translation>
    </message>
    <message>
      <source>Choose an empty or a new folder.</source>
      <translation>空のフォルダーか新しいフォルダーを選んでください。</translation>
    </message>
    <message>
      <source>Choose another file.</source>
      <translation>別のファイルを選んでください。</translation>
    </message>
    <message>
      <source>Choose another model, or let panels dissolve.</source>
      <translation>別のモデルを選ぶか、コマをディゾルブでつないでください。</translation>
    </message>
    <message>
      <source>Choose another name for the project folder.</source>
      <translation>プロジェクトのフォルダーに別の名前を付けてください。</translation>
    </message>
    <message>
      <source>Choose another one.</source>
      <translation>別のものを選んでください。</translation>
    </message>
    <message>
      <source>Choose one of: {had}.</source>
      <translation>次から選んでください: {had}。</translation>
    </message>
    <message>
      <source>Choose one that was made for the model you draw with, or draw without it.</source>
      <translation>使用中のモデル用に作られたものを選ぶか、それなしで描いてください。</translation>
    </message>
    <message>
      <source>Choose one with a UNet.</source>
      <translation>UNet を持つものを選んでください。</translation>
    </message>
    <message>
      <source>Choose one with a model_index.json, or download its .safetensors file yourself.</source>
      <translation>model_index.json があるものを選ぶか、.safetensors ファイルをダウンロードしてください。</translation>
    </message>
    <message>
      <source>Choose that LoRA, then make the take again.</source>
      <translation>その LoRA を選んでから、テイクを作り直してください。</translation>
    </message>
    <message>
      <source>Choose that model, then make the take again.</source>
      <translation>そのモデルを選んでから、テイクを作り直してください。</translation>
    </message>
    <message>
      <source>Close it there and try again.</source>
      <translation>そちらで閉じてから、もう一度試してください。</translation>
    </message>
    <message>
      <source>Close it there first; until then it can only be looked at.</source>
      <translation>先にそちらで閉じてください。それまでは見ることだけができます。</translation>
    </message>
    <message>
      <source>Close it wherever else it is open, then open it again.</source>
      <translation>ほかで開いているものを閉じてから、開き直してください。</translation>
    </message>
    <message>
      <source>Clothes</source>
      <translation>服</translation>
    </message>
    <message>
      <source>Copy it again, or choose another Stable Diffusion model.</source>
      <translation>コピーし直すか、別の Stable Diffusion モデルを選んでください。</translation>
    </message>
    <message>
      <source>Copy the file again.</source>
      <translation>ファイルをコピーし直してください。</translation>
    </message>
    <message>
      <source>Copy the folder again.</source>
      <translation>フォルダーをコピーし直してください。</translation>
    </message>
    <message>
      <source>Copy the model again, or delete that file.</source>
      <translation>モデルをコピーし直すか、そのファイルを削除してください。</translation>
    </message>
    <message>
      <source>Copy the model again.</source>
      <translation>モデルをコピーし直してください。</translation>
    </message>
    <message>
      <source>Copy the whole model again.</source>
      <translation>モデル全体をコピーし直してください。</translation>
    </message>
    <message>
      <source>Copy them again, or train some for this model.</source>
      <translation>コピーし直すか、このモデル用に学習させてください。</translation>
    </message>
    <message>
      <source>Describe them at the top of the script, as in: [{name}] a girl with red hair</source>
      <translation>脚本の先頭に、次のように説明を書いてください: [{name}] a girl with red hair</translation>
    </message>
    <message>
      <source>Did you mean [{near}]?</source>
      <translation>[{near}] のことですか？</translation>
    </message>
    <message>
      <source>End the name in .pdf, .mp4 or .png, or name a folder for one PNG a panel.</source>
      <translation>名前の終わりを .pdf、.mp4、.png のどれかにするか、コマごとの PNG を入れるフォルダーを指定してください。</translation>
    </message>
    <message>
      <source>Faces</source>
      <translation>顔</translation>
    </message>
    <message>
      <source>Facing</source>
      <translation>向き</translation>
    </message>
    <message>
      <source>Free some space and do it again; the project is as it was before.</source>
      <translation>空きを作って、もう一度行ってください。プロジェクトは元のままです。</translation>
    </message>
    <message>
      <source>Fur and metal</source>
      <translation>毛皮と金属</translation>
    </message>
    <message>
      <source>Generate that panel again, or bring the file back.</source>
      <translation>そのコマをもう一度生成するか、ファイルを戻してください。</translation>
    </message>
    <message>
      <source>Get the file again.</source>
      <translation>ファイルを入手し直してください。</translation>
    </message>
    <message>
      <source>Get the model as safetensors.</source>
      <translation>safetensors 形式のモデルを入手してください。</translation>
    </message>
    <message>
      <source>Give the project a size of at least 64 px.</source>
      <translation>プロジェクトのサイズを 64 px 以上にしてください。</translation>
    </message>
    <message>
      <source>Hair</source>
      <translation>髪</translation>
    </message>
    <message>
      <source>Hats and glasses</source>
      <translation>帽子と眼鏡</translation>
    </message>
    <message>
      <source>How much of a picture is drawn anew is said by a number from 0 to 1.</source>
      <translation>絵をどれだけ描き直すかは、0 から 1 までの数で指定します。</translation>
    </message>
    <message>
      <source>If this is a panel, leave a blank line between the characters and the panels.</source>
      <translation>これがコマなら、キャラクターとコマの間に空行を入れてください。</translation>
    </message>
    <message>
      <source>Import a script first.</source>
      <translation>先に脚本を読み込んでください。</translation>
    </message>
    <message>
      <source>In the hand</source>
      <translation>手に持つもの</translation>
    </message>
    <message>
      <source>It can draw</source>
      <translation>描けるもの</translation>
    </message>
    <message>
      <source>Lower the guidance, leave out a LoRA, or choose another model.</source>
      <translation>ガイダンスを下げるか、LoRA を外すか、別のモデルを選んでください。</translation>
    </message>
    <message>
      <source>Lower the guidance.</source>
      <translation>ガイダンスを下げてください。</translation>
    </message>
    <message>
      <source>Make it again.</source>
      <translation>作り直してください。</translation>
    </message>
    <message>
      <source>Make the picture again.</source>
      <translation>絵を作り直してください。</translation>
    </message>
    <message>
      <source>Name a folder in diffusers format, with a model_index.json in it, or a .safetensors file.</source>
      <translation>model_index.json が入った diffusers 形式のフォルダーか、.safetensors ファイルを指定してください。</translation>
    </message>
    <message>
      <source>Name a folder with a {file} in it, as storyboard train motion makes it.</source>
      <translation>storyboard train motion が作る、{file} が入ったフォルダーを指定してください。</translation>
    </message>
    <message>
      <source>Name the script file inside it.</source>
      <translation>その中の脚本ファイルを指定してください。</translation>
    </message>
    <message>
      <source>Names are written as in owner/model.</source>
      <translation>名前は owner/model のように書きます。</translation>
    </message>
    <message>
      <source>Nobody</source>
      <translation>誰もいない</translation>
    </message>
    <message>
      <source>Nobody in the story is called [{name}]. Add the character first.</source>
      <translation>[{name}] という人は物語にいません。先にキャラクターを追加してください。</translation>
    </message>
    <message>
      <source>Nothing follows the last panel. Choose one that has a next.</source>
      <translation>最後のコマの後には何もありません。次があるコマを選んでください。</translation>
    </message>
    <message>
      <source>Nothing follows the last panel. Choose the edge between two panels.</source>
      <translation>最後のコマの後には何もありません。2 つのコマの間を選んでください。</translation>
    </message>
    <message>
      <source>Nothing follows the last panel. Drag its edge without Alt.</source>
      <translation>最後のコマの後には何もありません。Alt を押さずに端をドラッグしてください。</translation>
    </message>
    <message>
      <source>Nothing was changed.</source>
      <translation>何も変わっていません。</translation>
    </message>
    <message>
      <source>Nothing was changed; open the project again and repeat the last step.</source>
      <translation>何も変わっていません。プロジェクトを開き直して、最後の操作を繰り返してください。</translation>
    </message>
    <message>
      <source>Only those who are in a panel can be placed in it.</source>
      <translation>コマに位置を決められるのは、そのコマにいる人だけです。</translation>
    </message>
    <message>
      <source>Open it once for writing, which brings it up to date.</source>
      <translation>一度、書き込める状態で開くと更新されます。</translation>
    </message>
    <message>
      <source>Open it, or choose another folder for the new one.</source>
      <translation>それを開くか、新しいプロジェクトには別のフォルダーを選んでください。</translation>
    </message>
    <message>
      <source>Open one of them by its name.</source>
      <translation>名前を指定して、どれか 1 つを開いてください。</translation>
    </message>
    <message>
      <source>Open the newest copy in its backups folder, or a copy of your own.</source>
      <translation>backups フォルダーの最新のコピーか、自分のコピーを開いてください。</translation>
    </message>
    <message>
      <source>Pictures are {least} to {most} pixels wide and high.</source>
      <translation>絵の幅と高さは {least} から {most} ピクセルです。</translation>
    </message>
    <message>
      <source>Places</source>
      <translation>場所</translation>
    </message>
    <message>
      <source>Predicted transitions shown as dissolves: {some} of {all}, because {why}.</source>
      <translation>予測トランジション {all} 件のうち {some} 件はディゾルブで表示されます。理由: {why}。</translation>
    </message>
    <message>
      <source>Remove one.</source>
      <translation>どちらかを取り除いてください。</translation>
    </message>
    <message>
      <source>Save it as plain text in UTF-8.</source>
      <translation>UTF-8 のプレーンテキストで保存してください。</translation>
    </message>
    <message>
      <source>Shots</source>
      <translation>ショット</translation>
    </message>
    <message>
      <source>Skin</source>
      <translation>肌</translation>
    </message>
    <message>
      <source>Somebody in the story is called “{new}” already. Choose another name.</source>
      <translation>「{new}」という人はもう物語にいます。別の名前を選んでください。</translation>
    </message>
    <message>
      <source>That character is no longer part of the story.</source>
      <translation>そのキャラクターは、もう物語にいません。</translation>
    </message>
    <message>
      <source>That panel is no longer part of the story.</source>
      <translation>そのコマは、もう物語にありません。</translation>
    </message>
    <message>
      <source>That panel is not in the trash.</source>
      <translation>そのコマはゴミ箱にありません。</translation>
    </message>
    <message>
      <source>That scene is no longer part of the story.</source>
      <translation>そのシーンは、もう物語にありません。</translation>
    </message>
    <message>
      <source>The LoRA “{file}” holds no numbers.</source>
      <translation>LoRA「{file}」には数値が入っていません。</translation>
    </message>
    <message>
      <source>The LoRA “{file}” was made for another kind of model.</source>
      <translation>LoRA「{file}」は別の種類のモデル用です。</translation>
    </message>
    <message>
      <source>The camera cannot leave the picture.</source>
      <translation>カメラは画面の外に出られません。</translation>
    </message>
    <message>
      <source>The cast of these panels is locked. Unlock it to change it.</source>
      <translation>これらのコマのキャストはロックされています。変えるにはロックを解除してください。</translation>
    </message>
    <message>
      <source>The change cannot be stored in “{path}” ({reason}).</source>
      <translation>変更を「{path}」に保存できません ({reason})。</translation>
    </message>
    <message>
      <source>The change does not fit what is stored in “{path}” ({reason}).</source>
      <translation>変更が「{path}」に保存されている内容と合いません ({reason})。</translation>
    </message>
    <message>
      <source>The clipboard holds no panels that can be read. Copy them again.</source>
      <translation>クリップボードに読めるコマがありません。コピーし直してください。</translation>
    </message>
    <message>
      <source>The document “{path}” cannot be read ({reason}).</source>
      <translation>書類「{path}」を読めません ({reason})。</translation>
    </message>
    <message>
      <source>The document “{path}” cannot be used ({reason}).</source>
      <translation>書類「{path}」を使えません ({reason})。</translation>
    </message>
    <message>
      <source>The document “{path}” is damaged.</source>
      <translation>書類「{path}」は壊れています。</translation>
    </message>
    <message>
      <source>The film has no sound. Add a sound file first.</source>
      <translation>フィルムに音声がありません。先に音声ファイルを追加してください。</translation>
    </message>
    <message>
      <source>The folder “{folder}” already holds a project.</source>
      <translation>フォルダー「{folder}」にはもうプロジェクトがあります。</translation>
    </message>
    <message>
      <source>The folder “{folder}” cannot be read ({reason}).</source>
      <translation>フォルダー「{folder}」を読めません ({reason})。</translation>
    </message>
    <message>
      <source>The folder “{folder}” holds {count} documents.</source>
      <translation>フォルダー「{folder}」には書類が {count} 件あります。</translation>
    </message>
    <message>
      <source>The folder “{folder}” is not empty.</source>
      <translation>フォルダー「{folder}」は空ではありません。</translation>
    </message>
    <message>
      <source>The hub cannot be reached ({kind}).</source>
      <translation>ハブに接続できません ({kind})。</translation>
    </message>
    <message>
      <source>The hub has no model “{name}”, or does not show it to everybody.</source>
      <translation>ハブにモデル「{name}」がないか、公開されていません。</translation>
    </message>
    <message>
      <source>The hub refused “{name}” ({status_code}).</source>
      <translation>ハブが「{name}」を拒否しました ({status_code})。</translation>
    </message>
    <message>
      <source>The list of words “{path}” cannot be read ({kind}).</source>
      <translation>単語の一覧「{path}」を読めません ({kind})。</translation>
    </message>
    <message>
      <source>The memory was full: each step is done in two halves now.</source>
      <translation>メモリーがいっぱいだったため、各ステップを半分ずつ行います。</translation>
    </message>
    <message>
      <source>The memory was full: the model moves to the graphics card part by part now.</source>
      <translation>メモリーがいっぱいだったため、モデルを少しずつグラフィックカードに移します。</translation>
    </message>
    <message>
      <source>The memory was full: the pictures are decoded in tiles now.</source>
      <translation>メモリーがいっぱいだったため、絵をタイルに分けてデコードします。</translation>
    </message>
    <message>
      <source>The memory was full: the pictures are decoded one by one now.</source>
      <translation>メモリーがいっぱいだったため、絵を 1 枚ずつデコードします。</translation>
    </message>
    <message>
      <source>The model could not draw this ({kind}).</source>
      <translation>モデルはこれを描けませんでした ({kind})。</translation>
    </message>
    <message>
      <source>The model lacks its part “{part}”.</source>
      <translation>モデルに「{part}」の部分がありません。</translation>
    </message>
    <message>
      <source>The model “{model}” cannot be loaded ({reason}).</source>
      <translation>モデル「{model}」を読み込めません ({reason})。</translation>
    </message>
    <message>
      <source>The model's numbers overflowed at step {step} ({number}); no picture was made.</source>
      <translation>ステップ {step} でモデルの数値があふれ ({number})、絵はできませんでした。</translation>
    </message>
    <message>
      <source>The model's numbers overflowed; no transition was made.</source>
      <translation>モデルの数値があふれ、トランジションはできませんでした。</translation>
    </message>
    <message>
      <source>The motion weights “{folder}” cannot be used with this model ({reason}).</source>
      <translation>モーションの重み「{folder}」は、このモデルでは使えません ({reason})。</translation>
    </message>
    <message>
      <source>The number of these panels is locked. Unlock it to change it.</source>
      <translation>これらのコマの番号はロックされています。変えるにはロックを解除してください。</translation>
    </message>
    <message>
      <source>The panel has no sound. Add a sound file first.</source>
      <translation>このコマには音声がありません。先に音声ファイルを追加してください。</translation>
    </message>
    <message>
      <source>The panel “{panel}” has no picture to draw.</source>
      <translation>コマ「{panel}」に描くものがありません。</translation>
    </message>
    <message>
      <source>The panels have no size.</source>
      <translation>コマにサイズがありません。</translation>
    </message>
    <message>
      <source>The panels of a scene do not stand together, in the scenes' order.</source>
      <translation>シーンのコマが、シーンの順にまとまっていません。</translation>
    </message>
    <message>
      <source>The picture is not a whole PNG file.</source>
      <translation>絵の PNG ファイルが壊れています。</translation>
    </message>
    <message>
      <source>The picture of these panels is locked. Unlock it to change it.</source>
      <translation>これらのコマの絵はロックされています。変えるにはロックを解除してください。</translation>
    </message>
    <message>
      <source>The picture of this panel is locked. Unlock it to choose another take.</source>
      <translation>このコマの絵はロックされています。別のテイクを選ぶにはロックを解除してください。</translation>
    </message>
    <message>
      <source>The picture “{path}” cannot be read ({reason}).</source>
      <translation>絵「{path}」を読めません ({reason})。</translation>
    </message>
    <message>
      <source>The picture “{picture}” cannot be read ({reason}).</source>
      <translation>絵「{picture}」を読めません ({reason})。</translation>
    </message>
    <message>
      <source>The project has no panels to export.</source>
      <translation>プロジェクトに書き出すコマがありません。</translation>
    </message>
    <message>
      <source>The project has no such take.</source>
      <translation>プロジェクトにそのテイクはありません。</translation>
    </message>
    <message>
      <source>The project “{folder}” is open for reading only.</source>
      <translation>プロジェクト「{folder}」は閲覧専用で開かれています。</translation>
    </message>
    <message>
      <source>The project “{folder}” is open in another window or command{told}.</source>
      <translation>プロジェクト「{folder}」は、ほかのウィンドウかコマンドで開かれています{told}。</translation>
    </message>
    <message>
      <source>The project “{path}” was made by a newer version of this program.</source>
      <translation>プロジェクト「{path}」は、より新しいバージョンで作られました。</translation>
    </message>
    <message>
      <source>The project “{path}” was made by an older version of this program.</source>
      <translation>プロジェクト「{path}」は、より古いバージョンで作られました。</translation>
    </message>
    <message>
      <source>The restore point “{path}” is gone.</source>
      <translation>復元ポイント「{path}」はもうありません。</translation>
    </message>
    <message>
      <source>The script cannot be read ({reason}).</source>
      <translation>脚本を読めません ({reason})。</translation>
    </message>
    <message>
      <source>The script has no panels.</source>
      <translation>脚本にコマがありません。</translation>
    </message>
    <message>
      <source>The script is not UTF-8 text.</source>
      <translation>脚本が UTF-8 のテキストではありません。</translation>
    </message>
    <message>
      <source>The sound cannot begin before the film does.</source>
      <translation>音声をフィルムより前に始めることはできません。</translation>
    </message>
    <message>
      <source>The sound file “{name}” is missing from the project, so it is not heard.</source>
      <translation>音声ファイル「{name}」がプロジェクトにないため、再生されません。</translation>
    </message>
    <message>
      <source>The sound of a panel cannot begin before the panel does.</source>
      <translation>コマの音声は、そのコマより前から始められません。</translation>
    </message>
    <message>
      <source>The sound “{name}” cannot be played.</source>
      <translation>音声「{name}」を再生できません。</translation>
    </message>
    <message>
      <source>The timing of these panels is locked. Unlock it to change it.</source>
      <translation>これらのコマの時間はロックされています。変えるにはロックを解除してください。</translation>
    </message>
    <message>
      <source>The transition cannot be kept in “{folder}” ({reason}).</source>
      <translation>トランジションを「{folder}」に保存できません ({reason})。</translation>
    </message>
    <message>
      <source>The weights “{path}” are a pickle, which can run code when opened.</source>
      <translation>重み「{path}」は pickle 形式で、開くとコードが実行されるおそれがあります。</translation>
    </message>
    <message>
      <source>The weights “{path}” are damaged or cut short ({reason}).</source>
      <translation>重み「{path}」が壊れているか、途中で切れています ({reason})。</translation>
    </message>
    <message>
      <source>There are no motion weights at “{folder}”.</source>
      <translation>「{folder}」にモーションの重みがありません。</translation>
    </message>
    <message>
      <source>There are no motion weights for this model.</source>
      <translation>このモデル用のモーションの重みがありません。</translation>
    </message>
    <message>
      <source>There are no panels to move.</source>
      <translation>移動するコマがありません。</translation>
    </message>
    <message>
      <source>There is no LoRA file “{file}”.</source>
      <translation>LoRA ファイル「{file}」がありません。</translation>
    </message>
    <message>
      <source>There is no device “{device}” here.</source>
      <translation>ここにデバイス「{device}」はありません。</translation>
    </message>
    <message>
      <source>There is no file “{packed}”.</source>
      <translation>ファイル「{packed}」がありません。</translation>
    </message>
    <message>
      <source>There is no model at “{folder}”.</source>
      <translation>「{folder}」にモデルがありません。</translation>
    </message>
    <message>
      <source>There is no model at “{name}”, nor has one of that name been fetched.</source>
      <translation>「{name}」にモデルがなく、その名前のモデルも取得されていません。</translation>
    </message>
    <message>
      <source>There is no project at “{path}”.</source>
      <translation>「{path}」にプロジェクトがありません。</translation>
    </message>
    <message>
      <source>There is no room left on the disk for “{path}”.</source>
      <translation>「{path}」のディスクに空きがありません。</translation>
    </message>
    <message>
      <source>There is no such file.</source>
      <translation>そのファイルはありません。</translation>
    </message>
    <message>
      <source>These panels are too short for a transition. Make them longer first.</source>
      <translation>これらのコマはトランジションには短すぎます。先に長くしてください。</translation>
    </message>
    <message>
      <source>This is a folder.</source>
      <translation>これはフォルダーです。</translation>
    </message>
    <message>
      <source>This is not a text file.</source>
      <translation>これはテキストファイルではありません。</translation>
    </message>
    <message>
      <source>This job was left by another version of the program and cannot be read.</source>
      <translation>このジョブは別のバージョンのプログラムが残したもので、読めません。</translation>
    </message>
    <message>
      <source>This model cannot draw pictures of {width} x {height} px.</source>
      <translation>このモデルは {width} x {height} px の絵を描けません。</translation>
    </message>
    <message>
      <source>This model has not seen: {unknown}.</source>
      <translation>このモデルが見たことのない言葉: {unknown}。</translation>
    </message>
    <message>
      <source>This picture came from outside, so there is no recipe to make it again.</source>
      <translation>この絵は外から来たもので、作り直すためのレシピがありません。</translation>
    </message>
    <message>
      <source>This take was drawn with the LoRA “{name}”, which is not in use.</source>
      <translation>このテイクは LoRA「{name}」で描かれましたが、それは使われていません。</translation>
    </message>
    <message>
      <source>This take was drawn with the model “{name}”, which is not here.</source>
      <translation>このテイクはモデル「{name}」で描かれましたが、それがここにありません。</translation>
    </message>
    <message>
      <source>Times</source>
      <translation>時間帯</translation>
    </message>
    <message>
      <source>Train some, or let these panels dissolve.</source>
      <translation>学習させるか、これらのコマをディゾルブでつないでください。</translation>
    </message>
    <message>
      <source>Transitions are predicted with models of the Stable Diffusion 1.5 family, and this is another.</source>
      <translation>トランジションの予測には Stable Diffusion 1.5 系のモデルが必要ですが、これは別のものです。</translation>
    </message>
    <message>
      <source>Try again later.</source>
      <translation>後でもう一度試してください。</translation>
    </message>
    <message>
      <source>Try again, or choose another model.</source>
      <translation>もう一度試すか、別のモデルを選んでください。</translation>
    </message>
    <message>
      <source>Two parts of this story have the same identity.</source>
      <translation>この物語の 2 つの部分が同じ ID を持っています。</translation>
    </message>
    <message>
      <source>Update the program to open it.</source>
      <translation>開くにはプログラムを更新してください。</translation>
    </message>
    <message>
      <source>Width and height are multiples of 8 pixels, as models draw them.</source>
      <translation>モデルが描く幅と高さは、8 ピクセルの倍数です。</translation>
    </message>
    <message>
      <source>Write after the tag what the model should draw.</source>
      <translation>モデルに描かせるものをタグの後に書いてください。</translation>
    </message>
    <message>
      <source>Write names as [Name].</source>
      <translation>名前は [Name] のように書いてください。</translation>
    </message>
    <message>
      <source>Write one line for each picture.</source>
      <translation>絵ごとに 1 行書いてください。</translation>
    </message>
    <message>
      <source>Write the name between [ and ].</source>
      <translation>名前を [ と ] の間に書いてください。</translation>
    </message>
    <message>
      <source>Write what is seen before the # of the caption.</source>
      <translation>見えるものを、キャプションの # の前に書いてください。</translation>
    </message>
    <message>
      <source>[NC] says that nobody is in the picture, but [{name}] is.</source>
      <translation>[NC] は絵に誰もいないという意味ですが、[{name}] がいます。</translation>
    </message>
    <message>
      <source>[{name}] is described a second time.</source>
      <translation>[{name}] の説明が 2 つあります。</translation>
    </message>
    <message>
      <source>[{name}] is not defined.</source>
      <translation>[{name}] は定義されていません。</translation>
    </message>
    <message>
      <source>[{name}] is not described.</source>
      <translation>[{name}] の説明がありません。</translation>
    </message>
    <message>
      <source>their panels are not drawn, a picture is missing, or two have different ratios</source>
      <translation>コマが描かれていないか、絵がないか、二つのコマの縦横比が違います</translation>
    </message>
    <message>
      <source>there are no motion weights for the model “{name}”</source>
      <translation>モデル「{name}」用のモーションの重みがありません</translation>
    </message>
    <message>
      <source>they have not been rendered yet</source>
      <translation>まだレンダリングされていません</translation>
    </message>
    <message>
      <source>{count} pictures of {width} x {height} px do not fit in the memory of this device.</source>
      <translation>{width} x {height} px の絵 {count} 枚は、このデバイスのメモリーに入りません。</translation>
    </message>
    <message>
      <source>{file}, line {line}:</source>
      <translation>{file} の {line} 行目:</translation>
    </message>
    <message>
      <source>{heading}: {words} or {last}.</source>
      <translation>{heading}: {words}、{last}。</translation>
    </message>
    <message>
      <source>{name} is in {held} panels whose cast is locked. Unlock their cast first.</source>
      <translation>{name} は、キャストがロックされた {held} コマにいます。先にキャストのロックを解除してください。</translation>
    </message>
    <message>
      <source>“{file}” is not a whole Stable Diffusion 1.5 or SDXL model.</source>
      <translation>「{file}」は完全な Stable Diffusion 1.5 または SDXL のモデルではありません。</translation>
    </message>
    <message>
      <source>“{folder}” is a file.</source>
      <translation>「{folder}」はファイルです。</translation>
    </message>
    <message>
      <source>“{model}” is not a Stable Diffusion model.</source>
      <translation>「{model}」は Stable Diffusion のモデルではありません。</translation>
    </message>
    <message>
      <source>“{name}” cannot be a name. Write at least one letter, and no [ ] or #.</source>
      <translation>「{name}」は名前にできません。1 文字以上書き、[ ] と # は使わないでください。</translation>
    </message>
    <message>
      <source>“{name}” cannot be played ({reason}). Choose another file.</source>
      <translation>「{name}」を再生できません ({reason})。別のファイルを選んでください。</translation>
    </message>
    <message>
      <source>“{name}” holds no sound. Choose another file.</source>
      <translation>「{name}」に音声がありません。別のファイルを選んでください。</translation>
    </message>
    <message>
      <source>“{name}” is not a model in diffusers format.</source>
      <translation>「{name}」は diffusers 形式のモデルではありません。</translation>
    </message>
    <message>
      <source>“{name}” is not a name on the hub.</source>
      <translation>「{name}」はハブの名前ではありません。</translation>
    </message>
    <message>
      <source>“{name}” names no format this program writes.</source>
      <translation>「{name}」の形式は、このプログラムでは書き出せません。</translation>
    </message>
    <message>
      <source>“{packed}” is not a packed project, or it is damaged.</source>
      <translation>「{packed}」はパックしたプロジェクトではないか、壊れています。</translation>
    </message>
    <message>
      <source>“{path}” cannot be read ({reason}).</source>
      <translation>「{path}」を読めません ({reason})。</translation>
    </message>
    <message>
      <source>“{path}” cannot be written ({reason}).</source>
      <translation>「{path}」に書き込めません ({reason})。</translation>
    </message>
    <message>
      <source>“{path}” describes no motion weights.</source>
      <translation>「{path}」にはモーションの重みの記述がありません。</translation>
    </message>
    <message>
      <source>“{path}” does not describe a model.</source>
      <translation>「{path}」にはモデルの記述がありません。</translation>
    </message>
    <message>
      <source>“{path}” is not a picture that can be read.</source>
      <translation>「{path}」は読める絵ではありません。</translation>
    </message>
    <message>
      <source>“{path}” is not a storyboard document.</source>
      <translation>「{path}」はストーリーボードの書類ではありません。</translation>
    </message>
    <message>
      <source>“{path}” is not a storyboard project.</source>
      <translation>「{path}」はストーリーボードのプロジェクトではありません。</translation>
    </message>
    <message>
      <source>“{source}” cannot be read ({reason}).</source>
      <translation>「{source}」を読めません ({reason})。</translation>
    </message>
    <message>
      <source>“{text}” cannot be used here. Write a number from 0 to {most:g}.</source>
      <translation>「{text}」はここでは使えません。0 から {most:g} までの数を書いてください。</translation>
    </message>
    <message>
      <source>“{text}” cannot be used here. Write a whole number from 1 to {most}.</source>
      <translation>「{text}」はここでは使えません。1 から {most} までの整数を書いてください。</translation>
    </message>
    <message>
      <source>“{text}” is no heading. Begin it with a letter or a number.</source>
      <translation>「{text}」は見出しではありません。文字か数字で始めてください。</translation>
    </message>
    <message>
      <source>“{text}” is no ratio. Write it as in 16:9 or 1.85.</source>
      <translation>「{text}」は縦横比ではありません。16:9 や 1.85 のように書いてください。</translation>
    </message>
    <message>
      <source>“{text}” is no seed. Write a whole number of at most {most} digits.</source>
      <translation>「{text}」はシードではありません。{most} 桁以内の整数を書いてください。</translation>
    </message>
    <message>
      <source>“{text}” is not a duration. Write 2, 2.5s, 48f or 1:12 (1 s 12 frames).</source>
      <translation>「{text}」は長さではありません。2、2.5s、48f、1:12 (1 秒 12 フレーム) のように書いてください。</translation>
    </message>
  </context>
  <context>
    <name>Docks</name>
    <message>
      <source>Cast</source>
      <translation>キャスト</translation>
    </message>
    <message>
      <source>History</source>
      <translation>履歴</translation>
    </message>
    <message>
      <source>Inspector</source>
      <translation>インスペクター</translation>
    </message>
    <message>
      <source>Outline</source>
      <translation>アウトライン</translation>
    </message>
    <message>
      <source>Queue</source>
      <translation>キュー</translation>
    </message>
    <message>
      <source>Script</source>
      <translation>脚本</translation>
    </message>
    <message>
      <source>Timeline</source>
      <translation>タイムライン</translation>
    </message>
  </context>
  <context>
    <name>Edit</name>
    <message>
      <source>Add reference pictures</source>
      <translation>参考画像の追加</translation>
    </message>
    <message>
      <source>Add sound</source>
      <translation>音声の追加</translation>
    </message>
    <message>
      <source>Add sound to the panel</source>
      <translation>コマに音声を追加</translation>
    </message>
    <message>
      <source>Add to the cast</source>
      <translation>キャストへの追加</translation>
    </message>
    <message>
      <source>Approve</source>
      <translation>承認</translation>
    </message>
    <message>
      <source>Change camera move</source>
      <translation>カメラの動きの変更</translation>
    </message>
    <message>
      <source>Change colour</source>
      <translation>色の変更</translation>
    </message>
    <message>
      <source>Change consistency</source>
      <translation>一貫性の変更</translation>
    </message>
    <message>
      <source>Change duration</source>
      <translation>長さの変更</translation>
    </message>
    <message>
      <source>Change frame rate</source>
      <translation>フレームレートを変更</translation>
    </message>
    <message>
      <source>Change guidance</source>
      <translation>ガイダンスの変更</translation>
    </message>
    <message>
      <source>Change mood</source>
      <translation>雰囲気の変更</translation>
    </message>
    <message>
      <source>Change outfit</source>
      <translation>服装の変更</translation>
    </message>
    <message>
      <source>Change panel numbers</source>
      <translation>コマの番号の変更</translation>
    </message>
    <message>
      <source>Change picture size</source>
      <translation>絵のサイズの変更</translation>
    </message>
    <message>
      <source>Change place</source>
      <translation>場所の変更</translation>
    </message>
    <message>
      <source>Change ratio</source>
      <translation>比率の変更</translation>
    </message>
    <message>
      <source>Change seed</source>
      <translation>シードの変更</translation>
    </message>
    <message>
      <source>Change shot size</source>
      <translation>ショットサイズの変更</translation>
    </message>
    <message>
      <source>Change status</source>
      <translation>状態の変更</translation>
    </message>
    <message>
      <source>Change steps</source>
      <translation>ステップの変更</translation>
    </message>
    <message>
      <source>Change title</source>
      <translation>題名の変更</translation>
    </message>
    <message>
      <source>Change transition</source>
      <translation>トランジションの変更</translation>
    </message>
    <message>
      <source>Change transition length</source>
      <translation>トランジションの長さの変更</translation>
    </message>
    <message>
      <source>Choose outfit</source>
      <translation>服装の選択</translation>
    </message>
    <message>
      <source>Choose portrait</source>
      <translation>ポートレートの選択</translation>
    </message>
    <message>
      <source>Choose take</source>
      <translation>テイクの選択</translation>
    </message>
    <message>
      <source>Copy panels</source>
      <translation>コマのコピー</translation>
    </message>
    <message>
      <source>Cut panels</source>
      <translation>コマの切り取り</translation>
    </message>
    <message>
      <source>Delete character</source>
      <translation>キャラクターの削除</translation>
    </message>
    <message>
      <source>Delete outfit</source>
      <translation>服装の削除</translation>
    </message>
    <message>
      <source>Delete panels</source>
      <translation>コマの削除</translation>
    </message>
    <message>
      <source>Delete scene</source>
      <translation>シーンの削除</translation>
    </message>
    <message>
      <source>Describe character</source>
      <translation>キャラクターの説明</translation>
    </message>
    <message>
      <source>Draw a region</source>
      <translation>領域の描画</translation>
    </message>
    <message>
      <source>Draw camera</source>
      <translation>カメラの動きを描く</translation>
    </message>
    <message>
      <source>Dress scene</source>
      <translation>シーンの服装</translation>
    </message>
    <message>
      <source>Duplicate panels</source>
      <translation>コマの複製</translation>
    </message>
    <message>
      <source>Edit action</source>
      <translation>アクションの編集</translation>
    </message>
    <message>
      <source>Edit caption</source>
      <translation>キャプションの編集</translation>
    </message>
    <message>
      <source>Edit dialogue</source>
      <translation>セリフの編集</translation>
    </message>
    <message>
      <source>Edit negative</source>
      <translation>入れないものの編集</translation>
    </message>
    <message>
      <source>Edit notes</source>
      <translation>メモの編集</translation>
    </message>
    <message>
      <source>Edit prompt</source>
      <translation>プロンプトの編集</translation>
    </message>
    <message>
      <source>Edit script</source>
      <translation>脚本の編集</translation>
    </message>
    <message>
      <source>Edit style</source>
      <translation>スタイルの編集</translation>
    </message>
    <message>
      <source>Import script</source>
      <translation>脚本の読み込み</translation>
    </message>
    <message>
      <source>Keep no place</source>
      <translation>場所の保持を解除</translation>
    </message>
    <message>
      <source>Keep the place</source>
      <translation>場所の保持</translation>
    </message>
    <message>
      <source>Lock</source>
      <translation>ロック</translation>
    </message>
    <message>
      <source>Mark as draft</source>
      <translation>ドラフトにする</translation>
    </message>
    <message>
      <source>Mark as final</source>
      <translation>完成にする</translation>
    </message>
    <message>
      <source>Move panels</source>
      <translation>コマの移動</translation>
    </message>
    <message>
      <source>Move scene</source>
      <translation>シーンの移動</translation>
    </message>
    <message>
      <source>Move sound</source>
      <translation>音声の移動</translation>
    </message>
    <message>
      <source>Move the panel's sound</source>
      <translation>コマの音声を移動</translation>
    </message>
    <message>
      <source>New character</source>
      <translation>新しいキャラクター</translation>
    </message>
    <message>
      <source>New outfit</source>
      <translation>新しい服装</translation>
    </message>
    <message>
      <source>New panel</source>
      <translation>新しいコマ</translation>
    </message>
    <message>
      <source>New panels</source>
      <translation>新しいコマ</translation>
    </message>
    <message>
      <source>New scene</source>
      <translation>新しいシーン</translation>
    </message>
    <message>
      <source>New seeds</source>
      <translation>新しいシード</translation>
    </message>
    <message>
      <source>New take</source>
      <translation>新しいテイク</translation>
    </message>
    <message>
      <source>Paste panels</source>
      <translation>コマの貼り付け</translation>
    </message>
    <message>
      <source>Remove reference picture</source>
      <translation>参考画像の削除</translation>
    </message>
    <message>
      <source>Remove sound</source>
      <translation>音声を取り除く</translation>
    </message>
    <message>
      <source>Remove star</source>
      <translation>星の解除</translation>
    </message>
    <message>
      <source>Remove the panel's sound</source>
      <translation>コマの音声を削除</translation>
    </message>
    <message>
      <source>Remove the region</source>
      <translation>領域を削除</translation>
    </message>
    <message>
      <source>Rename character</source>
      <translation>キャラクターの名前の変更</translation>
    </message>
    <message>
      <source>Rename scene</source>
      <translation>シーンの名前の変更</translation>
    </message>
    <message>
      <source>Restore panel</source>
      <translation>コマの復元</translation>
    </message>
    <message>
      <source>Restore panels</source>
      <translation>コマの復元</translation>
    </message>
    <message>
      <source>Restore take</source>
      <translation>テイクの復元</translation>
    </message>
    <message>
      <source>Roll edge</source>
      <translation>境目の移動</translation>
    </message>
    <message>
      <source>Star take</source>
      <translation>テイクの星付け</translation>
    </message>
    <message>
      <source>Start shot</source>
      <translation>ショットの開始</translation>
    </message>
    <message>
      <source>Take out of the cast</source>
      <translation>キャストからの除外</translation>
    </message>
    <message>
      <source>Take to the trash</source>
      <translation>テイクをゴミ箱へ</translation>
    </message>
    <message>
      <source>The queue</source>
      <translation>キュー</translation>
    </message>
    <message>
      <source>Unlock</source>
      <translation>ロックの解除</translation>
    </message>
  </context>
  <context>
    <name>ExportDialog</name>
    <message>
      <source> – panels</source>
      <translation> – コマ</translation>
    </message>
    <message>
      <source> – shots</source>
      <translation> – ショット</translation>
    </message>
    <message>
      <source>A file of this name is there. It will be replaced.</source>
      <translation>同じ名前のファイルがあります。置き換えられます。</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>中止</translation>
    </message>
    <message>
      <source>Choose a folder</source>
      <translation>フォルダーを選ぶ</translation>
    </message>
    <message>
      <source>Choose the file</source>
      <translation>ファイルを選ぶ</translation>
    </message>
    <message>
      <source>Choose …</source>
      <translation>選ぶ…</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>閉じる</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>書き出す</translation>
    </message>
    <message>
      <source>File</source>
      <translation>ファイル</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>フォルダー</translation>
    </message>
    <message>
      <source>Show in folder</source>
      <translation>フォルダーで表示</translation>
    </message>
    <message>
      <source>The export was cancelled; nothing was written.</source>
      <translation>書き出しを中止しました。何も書き込まれていません。</translation>
    </message>
    <message>
      <source>Writing …</source>
      <translation>書き込み中…</translation>
    </message>
    <message numerus="yes">
      <source>Wrote %n picture(s).</source>
      <translation>
        <numerusform>%n 枚の絵を書き出しました。</numerusform>
      </translation>
    </message>
    <message>
      <source>Wrote {}.</source>
      <translation>{} を書き出しました。</translation>
    </message>
    <message>
      <source>{:.0f} s left</source>
      <translation>残り {:.0f} 秒</translation>
    </message>
  </context>
  <context>
    <name>ExportForm</name>
    <message>
      <source>Action</source>
      <translation>アクション</translation>
    </message>
    <message>
      <source>Caption</source>
      <translation>キャプション</translation>
    </message>
    <message>
      <source>Captions in the picture</source>
      <translation>キャプションを絵に入れる</translation>
    </message>
    <message>
      <source>Comic (PDF)</source>
      <translation>コミック (PDF)</translation>
    </message>
    <message>
      <source>Dialogue</source>
      <translation>セリフ</translation>
    </message>
    <message>
      <source>Every drawn panel becomes a picture of its own size, named after the panel.</source>
      <translation>描かれたコマが、それぞれ元の大きさの画像になります。名前はコマの番号です。</translation>
    </message>
    <message>
      <source>Film (MP4)</source>
      <translation>フィルム (MP4)</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>種類</translation>
    </message>
    <message>
      <source>Notes</source>
      <translation>メモ</translation>
    </message>
    <message>
      <source>Page {number} of {count}</source>
      <translation>{number} / {count} ページ</translation>
    </message>
    <message>
      <source>Pages as pictures (PNG)</source>
      <translation>ページを画像で (PNG)</translation>
    </message>
    <message>
      <source>Panels as pictures (PNG)</source>
      <translation>コマを画像で (PNG)</translation>
    </message>
    <message>
      <source>Panels side by side</source>
      <translation>横に並べるコマ</translation>
    </message>
    <message>
      <source>Paper</source>
      <translation>用紙</translation>
    </message>
    <message>
      <source>Scene {number}</source>
      <translation>シーン {number}</translation>
    </message>
    <message>
      <source>Shot sheet (PDF)</source>
      <translation>絵コンテ用紙 (PDF)</translation>
    </message>
    <message>
      <source>Shots a page</source>
      <translation>1 ページのショット数</translation>
    </message>
    <message>
      <source>Width</source>
      <translation>幅</translation>
    </message>
    <message>
      <source>{first} – {last}</source>
      <translation>{first} – {last}</translation>
    </message>
    <message>
      <source>{} pixels</source>
      <translation>{} ピクセル</translation>
    </message>
  </context>
  <context>
    <name>ExportPreview</name>
    <message>
      <source>Back</source>
      <translation>戻る</translation>
    </message>
    <message>
      <source>On</source>
      <translation>進む</translation>
    </message>
    <message>
      <source>Page or frame of the preview</source>
      <translation>プレビューのページまたはフレーム</translation>
    </message>
    <message>
      <source>Page {number} of the first {count}</source>
      <translation>最初の {count} ページ中 {number}</translation>
    </message>
    <message>
      <source>Page {number} of {count}</source>
      <translation>{number} / {count} ページ</translation>
    </message>
  </context>
  <context>
    <name>Fields</name>
    <message>
      <source>mixed</source>
      <translation>混在</translation>
    </message>
  </context>
  <context>
    <name>Film</name>
    <message>
      <source>The sound file “{}” is missing from the project or damaged, so it is not heard. Add the file again in the timeline.</source>
      <translation>音声ファイル「{}」がプロジェクトにないか壊れているため、再生されません。タイムラインでもう一度追加してください。</translation>
    </message>
  </context>
  <context>
    <name>Framings</name>
    <message>
      <source>Begin</source>
      <translation>始点</translation>
    </message>
    <message>
      <source>End</source>
      <translation>終点</translation>
    </message>
    <message>
      <source>Way of the camera</source>
      <translation>カメラの動き</translation>
    </message>
  </context>
  <context>
    <name>FromPicture</name>
    <message>
      <source>Draw from this picture</source>
      <translation>この絵から描く</translation>
    </message>
    <message>
      <source>Drawn anew</source>
      <translation>描き直す割合</translation>
    </message>
    <message>
      <source>How much of the picture is drawn anew: a little keeps it, all forgets it</source>
      <translation>絵のどれだけを描き直すか。小さいほど元の絵が残り、最大では何も残りません</translation>
    </message>
  </context>
  <context>
    <name>HistoryDock</name>
    <message>
      <source>Keeps the project as it is now under a name (Ctrl+S)</source>
      <translation>今のプロジェクトを名前を付けて残します (Ctrl+S)</translation>
    </message>
    <message>
      <source>Made by the program</source>
      <translation>プログラムが作成</translation>
    </message>
    <message>
      <source>Makes a project of its own of the chosen restore point</source>
      <translation>選んだ復元ポイントから別のプロジェクトを作ります</translation>
    </message>
    <message>
      <source>New point …</source>
      <translation>新しいポイント…</translation>
    </message>
    <message>
      <source>None yet. Ctrl+S keeps the project as it is now under a name.</source>
      <translation>まだありません。Ctrl+S で今のプロジェクトを名前を付けて残せます。</translation>
    </message>
    <message>
      <source>Open as a copy …</source>
      <translation>コピーとして開く…</translation>
    </message>
    <message>
      <source>Opened</source>
      <translation>開いた状態</translation>
    </message>
    <message>
      <source>Restore points</source>
      <translation>復元ポイント</translation>
    </message>
    <message>
      <source>Steps</source>
      <translation>ステップ</translation>
    </message>
    <message>
      <source>Undone; a click does it again, a new edit forgets it</source>
      <translation>取り消し済み。クリックでやり直せます。新しい編集をすると消えます</translation>
    </message>
  </context>
  <context>
    <name>Inspector</name>
    <message numerus="yes">
      <source>%n panel(s)</source>
      <translation>
        <numerusform>%n コマ</numerusform>
      </translation>
    </message>
    <message>
      <source>Notes</source>
      <translation>メモ</translation>
    </message>
    <message>
      <source>Pages of the inspector</source>
      <translation>インスペクターのページ</translation>
    </message>
    <message>
      <source>Panel</source>
      <translation>コマ</translation>
    </message>
    <message>
      <source>Panel {}</source>
      <translation>コマ {}</translation>
    </message>
    <message>
      <source>Recipe</source>
      <translation>レシピ</translation>
    </message>
    <message>
      <source>Story</source>
      <translation>ストーリー</translation>
    </message>
  </context>
  <context>
    <name>Jobs</name>
    <message>
      <source>Nothing was drawn: the panels are gone or locked by now.</source>
      <translation>何も描かれませんでした。コマがもうないか、ロックされています。</translation>
    </message>
    <message>
      <source>Nothing was rendered: the panels follow each other no more.</source>
      <translation>レンダリングしませんでした。コマがもう隣り合っていません。</translation>
    </message>
  </context>
  <context>
    <name>LargePicture</name>
    <message>
      <source>Not drawn yet. Press Generate.</source>
      <translation>まだ描かれていません。「生成」を押してください。</translation>
    </message>
    <message>
      <source>Select a panel on the board, or walk with the arrow keys.</source>
      <translation>ボードでコマを選ぶか、矢印キーで移動してください。</translation>
    </message>
  </context>
  <context>
    <name>LogView</name>
    <message>
      <source>Copy</source>
      <translation>コピー</translation>
    </message>
    <message>
      <source>Log</source>
      <translation>ログ</translation>
    </message>
    <message>
      <source>Nothing has been written yet.</source>
      <translation>まだ何も書き込まれていません。</translation>
    </message>
    <message>
      <source>Show in folder</source>
      <translation>フォルダーで表示</translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message numerus="yes">
      <source>%n change(s) not saved.</source>
      <translation>
        <numerusform>保存されていない変更が %n 件あります。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n interrupted job(s) left from the last time.</source>
      <translation>
        <numerusform>前回中断されたジョブが %n 件残っています。</numerusform>
      </translation>
    </message>
    <message>
      <source>Add a sound</source>
      <translation>音声を追加</translation>
    </message>
    <message>
      <source>Add a sound to the panel</source>
      <translation>コマに音声を追加</translation>
    </message>
    <message>
      <source>Add a sound to the panel …</source>
      <translation>コマに音声を追加…</translation>
    </message>
    <message>
      <source>All of these panels are locked. Unlock them to change this.</source>
      <translation>これらのコマはすべてロックされています。変更するにはロックを解除してください。</translation>
    </message>
    <message>
      <source>Another model</source>
      <translation>別のモデル</translation>
    </message>
    <message>
      <source>Any Stable Diffusion 1.5 or XL model draws anything else: a folder in diffusers format, with a model_index.json and .safetensors files in it. Download one from a model site, then choose its folder here. Characters stay themselves with it as they do now.</source>
      <translation>それ以外のものは、Stable Diffusion 1.5 または XL のモデルなら何でも描けます。model_index.json と .safetensors ファイルが入った diffusers 形式のフォルダーを、モデルのサイトからダウンロードし、ここで選んでください。キャラクターは今と同じように、その人のままです。</translation>
    </message>
    <message>
      <source>Camera</source>
      <translation>カメラ</translation>
    </message>
    <message>
      <source>Choose a folder …</source>
      <translation>フォルダーを選ぶ…</translation>
    </message>
    <message>
      <source>Choose a model's folder</source>
      <translation>モデルのフォルダーを選ぶ</translation>
    </message>
    <message>
      <source>Close without them</source>
      <translation>保存せずに閉じる</translation>
    </message>
    <message>
      <source>Copy details</source>
      <translation>詳細をコピー</translation>
    </message>
    <message>
      <source>Cut</source>
      <translation>切り取り</translation>
    </message>
    <message>
      <source>Discard</source>
      <translation>破棄</translation>
    </message>
    <message>
      <source>Dissolve</source>
      <translation>ディゾルブ</translation>
    </message>
    <message>
      <source>Every panel has a picture. Select those that should be drawn again.</source>
      <translation>すべてのコマに絵があります。描き直すコマを選んでください。</translation>
    </message>
    <message>
      <source>Every predicted transition is rendered.</source>
      <translation>予測トランジションはすべてレンダリング済みです。</translation>
    </message>
    <message>
      <source>Free</source>
      <translation>自由</translation>
    </message>
    <message>
      <source>Import a script</source>
      <translation>脚本を読み込む</translation>
    </message>
    <message>
      <source>It is still open elsewhere. What you see is what has been saved there by now.</source>
      <translation>まだほかで開かれています。今見えているのは、そちらで保存されたところまでです。</translation>
    </message>
    <message>
      <source>Its folder still cannot be written.</source>
      <translation>フォルダーにはまだ書き込めません。</translation>
    </message>
    <message>
      <source>Keep the project as it is now under this name:</source>
      <translation>今のプロジェクトを次の名前で残します:</translation>
    </message>
    <message>
      <source>Left as they are, because they are locked: {}.</source>
      <translation>ロックされているため、そのままにしました: {}。</translation>
    </message>
    <message>
      <source>Locked, so left as they are: {names}.</source>
      <translation>ロックされているため、そのままにしました: {names}。</translation>
    </message>
    <message>
      <source>My film</source>
      <translation>わたしの作品</translation>
    </message>
    <message>
      <source>NEW SCENE</source>
      <translation>NEW SCENE</translation>
    </message>
    <message>
      <source>Name the folder of the copy</source>
      <translation>コピーのフォルダーの名前</translation>
    </message>
    <message>
      <source>New project: name its folder</source>
      <translation>新しいプロジェクト: フォルダーの名前</translation>
    </message>
    <message>
      <source>No panel is selected. Select the one before the transition.</source>
      <translation>コマが選択されていません。トランジションの前のコマを選んでください。</translation>
    </message>
    <message>
      <source>No panel is selected. Select the one that is heard.</source>
      <translation>コマが選択されていません。音声を付けるコマを選択してください。</translation>
    </message>
    <message>
      <source>No panel is stale. Nothing was drawn.</source>
      <translation>更新が必要なコマはありません。何も描いていません。</translation>
    </message>
    <message>
      <source>No take is selected. Select a panel with a picture.</source>
      <translation>テイクが選択されていません。絵のあるコマを選んでください。</translation>
    </message>
    <message>
      <source>Not in the script any more, but kept: {}. Delete them on the board.</source>
      <translation>脚本にはもうありませんが、残してあります: {}。削除はボードで行ってください。</translation>
    </message>
    <message>
      <source>Not saved</source>
      <translation>未保存</translation>
    </message>
    <message>
      <source>Nothing is predicted here. Choose “Predicted” for a transition in the timeline.</source>
      <translation>ここに予測トランジションはありません。タイムラインでトランジションを「予測」にしてください。</translation>
    </message>
    <message>
      <source>Open a project folder</source>
      <translation>プロジェクトのフォルダーを開く</translation>
    </message>
    <message>
      <source>Outfit {}</source>
      <translation>服装 {}</translation>
    </message>
    <message>
      <source>Pan left</source>
      <translation>左へパン</translation>
    </message>
    <message>
      <source>Pan right</source>
      <translation>右へパン</translation>
    </message>
    <message>
      <source>Predicted</source>
      <translation>予測</translation>
    </message>
    <message>
      <source>Pull out</source>
      <translation>引き</translation>
    </message>
    <message>
      <source>Push in</source>
      <translation>寄り</translation>
    </message>
    <message>
      <source>Remove the panel's sound</source>
      <translation>コマの音声を削除</translation>
    </message>
    <message>
      <source>Render this transition</source>
      <translation>このトランジションをレンダリング</translation>
    </message>
    <message>
      <source>Restore point</source>
      <translation>復元ポイント</translation>
    </message>
    <message>
      <source>Resume</source>
      <translation>再開</translation>
    </message>
    <message>
      <source>Show the film from here</source>
      <translation>ここからフィルムを表示</translation>
    </message>
    <message>
      <source>Somebody</source>
      <translation>誰か</translation>
    </message>
    <message>
      <source>Something went wrong that nobody expected ({}). Your work is saved; copy the details and send them to those who make the program.</source>
      <translation>予想外の問題が起きました ({})。作業は保存されています。詳細をコピーして、開発者に送ってください。</translation>
    </message>
    <message>
      <source>Sound</source>
      <translation>音声</translation>
    </message>
    <message>
      <source>Sound ({});;All files (*)</source>
      <translation>音声 ({});;すべてのファイル (*)</translation>
    </message>
    <message>
      <source>Starter model</source>
      <translation>スターターモデル</translation>
    </message>
    <message>
      <source>Stay</source>
      <translation>とどまる</translation>
    </message>
    <message>
      <source>Still</source>
      <translation>固定</translation>
    </message>
    <message>
      <source>Storyboard</source>
      <translation>Storyboard</translation>
    </message>
    <message>
      <source>Text (*.txt *.md);;All files (*)</source>
      <translation>テキスト (*.txt *.md);;すべてのファイル (*)</translation>
    </message>
    <message>
      <source>The clipboard holds no panels. Copy some first.</source>
      <translation>クリップボードにコマがありません。先にコピーしてください。</translation>
    </message>
    <message>
      <source>The panels of these transitions are not drawn yet. Draw them first.</source>
      <translation>これらのトランジションのコマがまだ描かれていません。先に描いてください。</translation>
    </message>
    <message>
      <source>The starter model knows one small drawn world.</source>
      <translation>スターターモデルが知っているのは、小さな絵の世界ひとつです。</translation>
    </message>
    <message>
      <source>There are no motion weights for the model “{model}”, so a dissolve stands in. Train some with “storyboard train motion”, or put their folder here: {place}</source>
      <translation>モデル「{model}」には動きの重みがないため、ディゾルブで代えています。「storyboard train motion」で学習するか、重みのフォルダをここに置いてください：{place}</translation>
    </message>
    <message>
      <source>There is nothing to export. Add a panel first.</source>
      <translation>書き出すものがありません。先にコマを追加してください。</translation>
    </message>
    <message>
      <source>These transitions are in the queue already.</source>
      <translation>これらのトランジションはすでにキューにあります。</translation>
    </message>
    <message>
      <source>This project is open elsewhere{}. You can look, play and export; close the other window to edit.</source>
      <translation>このプロジェクトはほかで開かれています{}。見ること、再生、書き出しはできます。編集するには、もう一方のウィンドウを閉じてください。</translation>
    </message>
    <message>
      <source>This project is open for reading only. Close it wherever else it is open.</source>
      <translation>このプロジェクトは読み取り専用で開いています。ほかで開いているものを閉じてください。</translation>
    </message>
    <message>
      <source>This project’s folder cannot be written. You can look, play and export; change its permissions to edit, or copy it to another folder.</source>
      <translation>このプロジェクトのフォルダーには書き込めません。見る、再生する、書き出すことはできます。編集するには、アクセス権を変えるか、別のフォルダーにコピーしてください。</translation>
    </message>
    <message>
      <source>Tilt down</source>
      <translation>下へティルト</translation>
    </message>
    <message>
      <source>Tilt up</source>
      <translation>上へティルト</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>もう一度試す</translation>
    </message>
    <message>
      <source>Use the starter model</source>
      <translation>スターターモデルを使う</translation>
    </message>
    <message>
      <source>Version of {time}</source>
      <translation>{time} の版</translation>
    </message>
    <message numerus="yes">
      <source>{title} — %n change(s) not saved</source>
      <translation>
        <numerusform>{title} — 保存されていない変更 %n 件</numerusform>
      </translation>
    </message>
    <message>
      <source>{title} — All changes saved {time}</source>
      <translation>{title} — すべて保存済み {time}</translation>
    </message>
    <message>
      <source>{title} — for looking only</source>
      <translation>{title} — 閲覧のみ</translation>
    </message>
  </context>
  <context>
    <name>Monitor</name>
    <message>
      <source>Empty panel</source>
      <translation>空のコマ</translation>
    </message>
    <message>
      <source>Film</source>
      <translation>フィルム</translation>
    </message>
    <message>
      <source>Render</source>
      <translation>レンダリング</translation>
    </message>
    <message>
      <source>There is nothing to play yet. Import a script, or add a panel.</source>
      <translation>まだ再生するものがありません。脚本を読み込むか、コマを追加してください。</translation>
    </message>
    <message>
      <source>Why does it dissolve?</source>
      <translation>なぜディゾルブなのか</translation>
    </message>
    <message>
      <source>∿ Dissolve until it is rendered</source>
      <translation>∿ レンダリングまでディゾルブ</translation>
    </message>
    <message>
      <source>∿ Dissolve, as there are no motion weights</source>
      <translation>∿ 動きの重みがないためディゾルブ</translation>
    </message>
    <message>
      <source>∿ Predicted</source>
      <translation>∿ 予測</translation>
    </message>
  </context>
  <context>
    <name>NotesPage</name>
    <message>
      <source>Action</source>
      <translation>アクション</translation>
    </message>
    <message>
      <source>Dialogue</source>
      <translation>セリフ</translation>
    </message>
    <message>
      <source>Notes</source>
      <translation>メモ</translation>
    </message>
    <message>
      <source>These words stand on sheets for the crew. No model reads them.</source>
      <translation>スタッフ用の用紙に載る文です。モデルは読みません。</translation>
    </message>
  </context>
  <context>
    <name>OutfitRows</name>
    <message>
      <source>Delete the outfit {}</source>
      <translation>服装 {} を削除</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>名前</translation>
    </message>
    <message>
      <source>Name of the outfit</source>
      <translation>服装の名前</translation>
    </message>
    <message>
      <source>What is worn</source>
      <translation>着ているもの</translation>
    </message>
    <message>
      <source>a yellow raincoat</source>
      <translation>a yellow raincoat</translation>
    </message>
    <message>
      <source>＋ Outfit</source>
      <translation>＋ 服装</translation>
    </message>
  </context>
  <context>
    <name>OutlineDock</name>
    <message numerus="yes">
      <source>%n panel(s) · {}</source>
      <translation>
        <numerusform>%n コマ · {}</numerusform>
      </translation>
    </message>
    <message>
      <source>As described</source>
      <translation>説明どおり</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>削除</translation>
    </message>
    <message>
      <source>Heading</source>
      <translation>見出し</translation>
    </message>
    <message>
      <source>Mood, as the model reads it</source>
      <translation>雰囲気（モデルが読む文）</translation>
    </message>
    <message>
      <source>No scenes yet. Write a script, or make a scene here.</source>
      <translation>まだシーンがありません。脚本を書くか、ここでシーンを作ってください。</translation>
    </message>
    <message>
      <source>Place, as the model reads it</source>
      <translation>場所（モデルが読む文）</translation>
    </message>
    <message>
      <source>Scene without a heading</source>
      <translation>見出しのないシーン</translation>
    </message>
    <message>
      <source>Scenes</source>
      <translation>シーン</translation>
    </message>
    <message>
      <source>What {} wears here</source>
      <translation>ここでの {} の服装</translation>
    </message>
    <message>
      <source>＋ Scene</source>
      <translation>＋ シーン</translation>
    </message>
  </context>
  <context>
    <name>PagesView</name>
    <message>
      <source>Export pages …</source>
      <translation>ページを書き出す…</translation>
    </message>
    <message>
      <source>Pages</source>
      <translation>ページ</translation>
    </message>
    <message>
      <source>Pages are not edited here yet</source>
      <translation>ここでのページ編集はまだできません</translation>
    </message>
    <message>
      <source>This is where the comic’s pages will be laid out by hand: rows of uneven panels, balloons and captions. The export makes even pages of the board today, and shows them before it writes them.</source>
      <translation>コミックのページを手で組む場所になります。大きさの違うコマ、フキダシ、キャプション。今は、書き出しがボードから均等なページを作り、書き込む前に見せます。</translation>
    </message>
  </context>
  <context>
    <name>PanelPage</name>
    <message>
      <source>Approved</source>
      <translation>承認済み</translation>
    </message>
    <message>
      <source>By the rule</source>
      <translation>規則に従う</translation>
    </message>
    <message>
      <source>Camera</source>
      <translation>カメラ</translation>
    </message>
    <message>
      <source>Caption</source>
      <translation>キャプション</translation>
    </message>
    <message>
      <source>Cast</source>
      <translation>キャスト</translation>
    </message>
    <message>
      <source>Close-up</source>
      <translation>クローズアップ</translation>
    </message>
    <message>
      <source>Consistency</source>
      <translation>一貫性</translation>
    </message>
    <message>
      <source>Cut</source>
      <translation>カット</translation>
    </message>
    <message>
      <source>Dissolve</source>
      <translation>ディゾルブ</translation>
    </message>
    <message>
      <source>Draft</source>
      <translation>ドラフト</translation>
    </message>
    <message>
      <source>Draw anything: use another model …</source>
      <translation>何でも描くには: 別のモデルを使う…</translation>
    </message>
    <message>
      <source>Duration</source>
      <translation>長さ</translation>
    </message>
    <message>
      <source>Extreme close-up</source>
      <translation>超クローズアップ</translation>
    </message>
    <message>
      <source>Extreme wide shot</source>
      <translation>超ロングショット</translation>
    </message>
    <message>
      <source>Final</source>
      <translation>完成</translation>
    </message>
    <message>
      <source>Free</source>
      <translation>自由</translation>
    </message>
    <message>
      <source>Full shot</source>
      <translation>フルショット</translation>
    </message>
    <message>
      <source>Guidance</source>
      <translation>ガイダンス</translation>
    </message>
    <message>
      <source>Lasts</source>
      <translation>続く長さ</translation>
    </message>
    <message>
      <source>Locks</source>
      <translation>ロック</translation>
    </message>
    <message>
      <source>Medium shot</source>
      <translation>ミディアムショット</translation>
    </message>
    <message>
      <source>New seed</source>
      <translation>新しいシード</translation>
    </message>
    <message>
      <source>Not drawn yet</source>
      <translation>まだ描かれていません</translation>
    </message>
    <message>
      <source>Not in the picture</source>
      <translation>絵に入れないもの</translation>
    </message>
    <message>
      <source>Not said</source>
      <translation>指定なし</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>番号</translation>
    </message>
    <message>
      <source>Pan left</source>
      <translation>左へパン</translation>
    </message>
    <message>
      <source>Pan right</source>
      <translation>右へパン</translation>
    </message>
    <message>
      <source>Picture</source>
      <translation>絵</translation>
    </message>
    <message>
      <source>Predicted</source>
      <translation>予測</translation>
    </message>
    <message>
      <source>Prompt</source>
      <translation>プロンプト</translation>
    </message>
    <message>
      <source>Pull out</source>
      <translation>引き</translation>
    </message>
    <message>
      <source>Push in</source>
      <translation>寄り</translation>
    </message>
    <message>
      <source>Ratio</source>
      <translation>比率</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>シード</translation>
    </message>
    <message>
      <source>Select one panel to see its takes</source>
      <translation>コマを 1 つ選ぶとテイクが表示されます</translation>
    </message>
    <message>
      <source>Shot</source>
      <translation>ショット</translation>
    </message>
    <message>
      <source>Some of them are locked</source>
      <translation>一部がロックされています</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>状態</translation>
    </message>
    <message>
      <source>Steps</source>
      <translation>ステップ</translation>
    </message>
    <message>
      <source>Still</source>
      <translation>固定</translation>
    </message>
    <message>
      <source>Takes</source>
      <translation>テイク</translation>
    </message>
    <message>
      <source>Throw the dice: a new seed for each panel</source>
      <translation>サイコロを振る: コマごとに新しいシード</translation>
    </message>
    <message>
      <source>Tilt down</source>
      <translation>下へティルト</translation>
    </message>
    <message>
      <source>Tilt up</source>
      <translation>上へティルト</translation>
    </message>
    <message>
      <source>Timing</source>
      <translation>時間</translation>
    </message>
    <message>
      <source>To next</source>
      <translation>次のコマへ</translation>
    </message>
    <message>
      <source>What the model reads</source>
      <translation>モデルが読む文</translation>
    </message>
    <message>
      <source>Wide shot</source>
      <translation>ワイドショット</translation>
    </message>
    <message>
      <source>Words it knows</source>
      <translation>知っている語</translation>
    </message>
    <message>
      <source>{} (story)</source>
      <translation>{} (ストーリー)</translation>
    </message>
  </context>
  <context>
    <name>PanelView</name>
    <message numerus="yes">
      <source>%n in the trash</source>
      <translation>
        <numerusform>ゴミ箱に %n</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n take(s)</source>
      <translation>
        <numerusform>%n テイク</numerusform>
      </translation>
    </message>
    <message>
      <source>Camera</source>
      <translation>カメラ</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>比べる</translation>
    </message>
    <message>
      <source>Draw what the camera sees at first and at last</source>
      <translation>最初と最後にカメラが写す範囲を描きます</translation>
    </message>
    <message>
      <source>Next panel</source>
      <translation>次のコマ</translation>
    </message>
    <message>
      <source>No panel is selected</source>
      <translation>コマが選択されていません</translation>
    </message>
    <message>
      <source>Panel</source>
      <translation>コマ</translation>
    </message>
    <message>
      <source>Previous panel</source>
      <translation>前のコマ</translation>
    </message>
    <message>
      <source>Regions</source>
      <translation>領域</translation>
    </message>
    <message>
      <source>Restore take {}</source>
      <translation>テイク {} を戻す</translation>
    </message>
    <message>
      <source>Say where in the picture somebody is to be</source>
      <translation>絵のどこに誰がいるかを決めます</translation>
    </message>
    <message>
      <source>Star</source>
      <translation>星</translation>
    </message>
    <message>
      <source>Takes in the trash</source>
      <translation>ゴミ箱のテイク</translation>
    </message>
    <message>
      <source>To the trash</source>
      <translation>ゴミ箱へ</translation>
    </message>
    <message>
      <source>take {}</source>
      <translation>テイク {}</translation>
    </message>
  </context>
  <context>
    <name>Playback</name>
    <message>
      <source>No sound can be played here. Connect an output, on Linux with libpulse.</source>
      <translation>ここでは音を再生できません。出力をつないでください (Linux では libpulse)。</translation>
    </message>
  </context>
  <context>
    <name>Preferences</name>
    <message>
      <source>Any Stable Diffusion 1.5 or XL model: a folder in diffusers format, or one .safetensors file. Its pictures are its maker’s matter, its licence too.</source>
      <translation>Stable Diffusion 1.5 または XL のモデル: diffusers 形式のフォルダー、または .safetensors ファイル 1 つ。描かれる絵とライセンスは、そのモデルの作者によります。</translation>
    </message>
    <message>
      <source>Appearance</source>
      <translation>外観</translation>
    </message>
    <message>
      <source>Apple graphics (Metal)</source>
      <translation>Apple のグラフィックス (Metal)</translation>
    </message>
    <message>
      <source>Caches</source>
      <translation>キャッシュ</translation>
    </message>
    <message>
      <source>Cards side by side</source>
      <translation>横に並べるカード</translation>
    </message>
    <message>
      <source>Choose a file …</source>
      <translation>ファイルを選ぶ…</translation>
    </message>
    <message>
      <source>Choose a folder …</source>
      <translation>フォルダーを選ぶ…</translation>
    </message>
    <message>
      <source>Choose a model’s file</source>
      <translation>モデルのファイルを選ぶ</translation>
    </message>
    <message>
      <source>Choose a model’s folder</source>
      <translation>モデルのフォルダーを選ぶ</translation>
    </message>
    <message>
      <source>Choose the folder of exports</source>
      <translation>書き出しのフォルダーを選ぶ</translation>
    </message>
    <message>
      <source>Choose the folder of new projects</source>
      <translation>新しいプロジェクトのフォルダーを選ぶ</translation>
    </message>
    <message>
      <source>Choose …</source>
      <translation>選ぶ…</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>暗い</translation>
    </message>
    <message>
      <source>Defaults</source>
      <translation>初期値</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>デバイス</translation>
    </message>
    <message>
      <source>Exports</source>
      <translation>書き出し</translation>
    </message>
    <message>
      <source>Folder of exports</source>
      <translation>書き出しのフォルダー</translation>
    </message>
    <message>
      <source>Folder of new projects</source>
      <translation>新しいプロジェクトのフォルダー</translation>
    </message>
    <message>
      <source>Folders</source>
      <translation>フォルダー</translation>
    </message>
    <message>
      <source>Graphics card (CUDA or ROCm)</source>
      <translation>グラフィックカード (CUDA または ROCm)</translation>
    </message>
    <message>
      <source>In each project’s own folder</source>
      <translation>それぞれのプロジェクトのフォルダー内</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>言語</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>明るい</translation>
    </message>
    <message>
      <source>Log</source>
      <translation>ログ</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>モデル</translation>
    </message>
    <message>
      <source>Models (*.safetensors)</source>
      <translation>モデル (*.safetensors)</translation>
    </message>
    <message>
      <source>New projects</source>
      <translation>新しいプロジェクト</translation>
    </message>
    <message>
      <source>Pages of the preferences</source>
      <translation>環境設定のページ</translation>
    </message>
    <message>
      <source>Preferences</source>
      <translation>環境設定</translation>
    </message>
    <message>
      <source>Processor</source>
      <translation>プロセッサー</translation>
    </message>
    <message>
      <source>Samples</source>
      <translation>サンプル</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>設定</translation>
    </message>
    <message>
      <source>Shortcuts</source>
      <translation>ショートカット</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>表示</translation>
    </message>
    <message>
      <source>Show the folder: {}</source>
      <translation>フォルダーを表示: {}</translation>
    </message>
    <message>
      <source>The best there is</source>
      <translation>最適なもの</translation>
    </message>
    <message>
      <source>The desktop’s</source>
      <translation>システムの言語</translation>
    </message>
    <message>
      <source>The model that draws</source>
      <translation>絵を描くモデル</translation>
    </message>
    <message>
      <source>The new language is spoken when the program starts again.</source>
      <translation>新しい言語は、次に起動したときから使われます。</translation>
    </message>
    <message>
      <source>The starter model, which comes with the program</source>
      <translation>付属のスターターモデル</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>テーマ</translation>
    </message>
    <message>
      <source>Use the starter model</source>
      <translation>スターターモデルを使う</translation>
    </message>
    <message>
      <source>What computes the pictures. The best there is, unless you choose; a change holds from the next picture on.</source>
      <translation>絵を計算する装置です。選ばなければ最適なものを使います。変更は次の絵から有効です。</translation>
    </message>
    <message>
      <source>What the program keeps</source>
      <translation>プログラムが保存するもの</translation>
    </message>
  </context>
  <context>
    <name>ProblemList</name>
    <message>
      <source>Copy details</source>
      <translation>詳細をコピー</translation>
    </message>
    <message>
      <source>Details of the problem</source>
      <translation>問題の詳細</translation>
    </message>
    <message>
      <source>Nothing has gone wrong since the program was started.</source>
      <translation>起動してから問題は起きていません。</translation>
    </message>
    <message>
      <source>Problems</source>
      <translation>問題</translation>
    </message>
    <message>
      <source>Problems of this run</source>
      <translation>今回の問題</translation>
    </message>
    <message>
      <source>There is no more to say about it.</source>
      <translation>これ以上の詳細はありません。</translation>
    </message>
  </context>
  <context>
    <name>Queue</name>
    <message numerus="yes">
      <source>%n job(s)</source>
      <translation>
        <numerusform>%n 件</numerusform>
      </translation>
    </message>
    <message>
      <source>A panel that is gone</source>
      <translation>もうないコマ</translation>
    </message>
    <message>
      <source>interrupted</source>
      <translation>中断</translation>
    </message>
    <message>
      <source>loading the model</source>
      <translation>モデルを読み込み中</translation>
    </message>
    <message>
      <source>paused at step {step} / {steps}</source>
      <translation>ステップ {step} / {steps} で一時停止</translation>
    </message>
    <message>
      <source>step {step} / {steps}</source>
      <translation>ステップ {step} / {steps}</translation>
    </message>
    <message>
      <source>step {step} / {steps} · {time} left</source>
      <translation>ステップ {step} / {steps} · 残り {time}</translation>
    </message>
    <message>
      <source>waiting</source>
      <translation>待機中</translation>
    </message>
    <message>
      <source>{jobs} · paused</source>
      <translation>{jobs} · 一時停止</translation>
    </message>
    <message>
      <source>{jobs} · {time} left</source>
      <translation>{jobs} · 残り {time}</translation>
    </message>
    <message numerus="yes">
      <source>{names} and %n more</source>
      <translation>
        <numerusform>{names} ほか %n</numerusform>
      </translation>
    </message>
    <message>
      <source>{name} · a take made again</source>
      <translation>{name} · もう一度作るテイク</translation>
    </message>
    <message>
      <source>{name} · portrait</source>
      <translation>{name} · ポートレート</translation>
    </message>
    <message>
      <source>{name} · take {number}</source>
      <translation>{name} · テイク {number}</translation>
    </message>
    <message>
      <source>{panels} · transition</source>
      <translation>{panels} · トランジション</translation>
    </message>
    <message>
      <source>{} h {} min</source>
      <translation>{} 時間 {} 分</translation>
    </message>
    <message>
      <source>{} min</source>
      <translation>{} 分</translation>
    </message>
    <message>
      <source>{} s</source>
      <translation>{} 秒</translation>
    </message>
  </context>
  <context>
    <name>QueueDock</name>
    <message>
      <source>Cancel all</source>
      <translation>すべて中止</translation>
    </message>
    <message>
      <source>Nothing is being drawn. Select panels and press Generate.</source>
      <translation>作画中のものはありません。コマを選んで「生成」を押してください。</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>一時停止</translation>
    </message>
    <message>
      <source>Resume</source>
      <translation>再開</translation>
    </message>
    <message numerus="yes">
      <source>… and %n more</source>
      <translation>
        <numerusform>… ほか %n 件</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>QueueList</name>
    <message>
      <source>Cancel</source>
      <translation>中止</translation>
    </message>
    <message>
      <source>Cancel (Del)</source>
      <translation>中止 (Del)</translation>
    </message>
    <message>
      <source>Copy details</source>
      <translation>詳細をコピー</translation>
    </message>
    <message>
      <source>Draw next</source>
      <translation>次に描く</translation>
    </message>
    <message>
      <source>Queue</source>
      <translation>キュー</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>もう一度試す</translation>
    </message>
    <message>
      <source>Try again (Enter)</source>
      <translation>もう一度試す (Enter)</translation>
    </message>
  </context>
  <context>
    <name>RatioField</name>
    <message>
      <source>As the story</source>
      <translation>全体と同じ</translation>
    </message>
    <message>
      <source>Choose a ratio, or type one as in 3:2.</source>
      <translation>比率を選ぶか、3:2 のように入力してください。</translation>
    </message>
    <message>
      <source>Drawn with {} × {} pixels</source>
      <translation>{} × {} ピクセルで描かれます</translation>
    </message>
    <message>
      <source>Ratio</source>
      <translation>比率</translation>
    </message>
  </context>
  <context>
    <name>RecipePage</name>
    <message>
      <source>Begun with</source>
      <translation>元の絵</translation>
    </message>
    <message>
      <source>Consistency</source>
      <translation>一貫性</translation>
    </message>
    <message>
      <source>Copy the recipe</source>
      <translation>レシピをコピー</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>デバイス</translation>
    </message>
    <message>
      <source>Drawn with</source>
      <translation>一緒に描いたコマ</translation>
    </message>
    <message>
      <source>Draws this take from its recipe and compares the two</source>
      <translation>このテイクをレシピから描き直し、2 つを比べます</translation>
    </message>
    <message>
      <source>Guidance</source>
      <translation>ガイダンス</translation>
    </message>
    <message>
      <source>Kept true to</source>
      <translation>もとにした絵</translation>
    </message>
    <message>
      <source>LoRA</source>
      <translation>LoRA</translation>
    </message>
    <message>
      <source>Made</source>
      <translation>作成</translation>
    </message>
    <message>
      <source>Make again</source>
      <translation>作り直す</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>モデル</translation>
    </message>
    <message>
      <source>Not in it</source>
      <translation>入れないもの</translation>
    </message>
    <message>
      <source>Picture</source>
      <translation>絵</translation>
    </message>
    <message>
      <source>Read</source>
      <translation>読んだ文</translation>
    </message>
    <message>
      <source>Sampler</source>
      <translation>サンプラー</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>シード</translation>
    </message>
    <message>
      <source>Select one panel that has been drawn to see how.</source>
      <translation>描かれたコマを 1 つ選ぶと、描き方が表示されます。</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>大きさ</translation>
    </message>
    <message>
      <source>Steps</source>
      <translation>ステップ</translation>
    </message>
    <message>
      <source>To fit</source>
      <translation>省メモリ</translation>
    </message>
    <message>
      <source>a picture, {:.0%} of it drawn anew</source>
      <translation>絵から({:.0%}を描き直し)</translation>
    </message>
    <message>
      <source>decoded in tiles</source>
      <translation>タイルに分けて復号</translation>
    </message>
    <message>
      <source>decoded one by one</source>
      <translation>1枚ずつ復号</translation>
    </message>
    <message>
      <source>each step in two halves</source>
      <translation>各ステップを2回に分割</translation>
    </message>
    <message>
      <source>the model moved part by part</source>
      <translation>モデルを部分ごとに移動</translation>
    </message>
  </context>
  <context>
    <name>References</name>
    <message>
      <source>Drop pictures here that show how they look.</source>
      <translation>見た目がわかる画像をここへドロップしてください。</translation>
    </message>
    <message>
      <source>Reference picture {}</source>
      <translation>参考画像 {}</translation>
    </message>
    <message>
      <source>Remove {}</source>
      <translation>{} を取り除く</translation>
    </message>
  </context>
  <context>
    <name>RegionBar</name>
    <message>
      <source>Drag on the picture to say where {} is to be.</source>
      <translation>絵の上をドラッグして、{}の居場所を決めます。</translation>
    </message>
    <message>
      <source>Drag the region of {} or its edges.</source>
      <translation>{}の領域、またはその端をドラッグします。</translation>
    </message>
    <message>
      <source>Nobody is in this panel. Add somebody to its cast first.</source>
      <translation>このコマには誰もいません。先にキャストに加えてください。</translation>
    </message>
    <message>
      <source>Remove the region</source>
      <translation>領域を削除</translation>
    </message>
  </context>
  <context>
    <name>Regions</name>
    <message>
      <source>Regions of the characters</source>
      <translation>キャラクターの領域</translation>
    </message>
  </context>
  <context>
    <name>SceneHeader</name>
    <message numerus="yes">
      <source>%n panel(s) · {}</source>
      <translation>
        <numerusform>%n コマ · {}</numerusform>
      </translation>
    </message>
    <message>
      <source>No panels yet. Drop some here.</source>
      <translation>まだコマがありません。ここへドロップしてください。</translation>
    </message>
    <message>
      <source>Scene without a heading</source>
      <translation>見出しのないシーン</translation>
    </message>
  </context>
  <context>
    <name>ScriptDock</name>
    <message>
      <source>Apply</source>
      <translation>反映</translation>
    </message>
    <message>
      <source>Bring the edited script onto the board</source>
      <translation>編集した脚本をボードに反映</translation>
    </message>
    <message>
      <source>Edited, not yet on the board</source>
      <translation>編集済み（ボードには未反映）</translation>
    </message>
    <message>
      <source>Script</source>
      <translation>脚本</translation>
    </message>
    <message>
      <source>[Mia] a girl in a red shirt

EXT. BEACH - DAY
[Mia] waving # “Hello!”</source>
      <translation>[Mia] a girl in a red shirt

EXT. BEACH - DAY
[Mia] waving # 「やあ！」</translation>
    </message>
  </context>
  <context>
    <name>ShortcutEditor</name>
    <message>
      <source>All defaults</source>
      <translation>すべて初期値</translation>
    </message>
    <message>
      <source>Command</source>
      <translation>コマンド</translation>
    </message>
    <message>
      <source>Commands and their keys</source>
      <translation>コマンドとキー</translation>
    </message>
    <message>
      <source>Default</source>
      <translation>初期値</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>キー</translation>
    </message>
    <message>
      <source>New key of the chosen command</source>
      <translation>選んだコマンドの新しいキー</translation>
    </message>
    <message>
      <source>No key</source>
      <translation>キーなし</translation>
    </message>
    <message>
      <source>Press a key:</source>
      <translation>キーを押す:</translation>
    </message>
    <message>
      <source>Search by name or key</source>
      <translation>名前またはキーで検索</translation>
    </message>
    <message>
      <source>The key that the program comes with</source>
      <translation>最初から割り当てられているキー</translation>
    </message>
    <message>
      <source>Use it here</source>
      <translation>ここで使う</translation>
    </message>
    <message>
      <source>{key} is the key of {names}. If you use it here, it is taken from there.</source>
      <translation>{key} は {names} のキーです。ここで使うと、そちらからは外れます。</translation>
    </message>
  </context>
  <context>
    <name>SoundPainter</name>
    <message>
      <source>Drop a sound file here, or choose Timeline ▸ Add sound.</source>
      <translation>ここへ音声ファイルをドロップするか、「タイムライン ▸ 音声を追加」を選んでください。</translation>
    </message>
    <message>
      <source>{} · reading …</source>
      <translation>{} · 読み込み中…</translation>
    </message>
    <message>
      <source>“{}” cannot be heard: its file is missing or damaged. Add it again.</source>
      <translation>「{}」は再生できません。ファイルがないか壊れています。もう一度追加してください。</translation>
    </message>
  </context>
  <context>
    <name>Staleness</name>
    <message>
      <source>cast changed</source>
      <translation>キャストの変更</translation>
    </message>
    <message>
      <source>kept place changed</source>
      <translation>保持する場所の変更</translation>
    </message>
    <message>
      <source>model changed</source>
      <translation>モデルの変更</translation>
    </message>
    <message>
      <source>negative changed</source>
      <translation>除外する語の変更</translation>
    </message>
    <message>
      <source>place changed</source>
      <translation>場所の変更</translation>
    </message>
    <message>
      <source>portrait of {name} changed</source>
      <translation>{name} のポートレートの変更</translation>
    </message>
    <message>
      <source>positions changed</source>
      <translation>位置の変更</translation>
    </message>
    <message>
      <source>prompt changed</source>
      <translation>プロンプトの変更</translation>
    </message>
    <message>
      <source>size changed</source>
      <translation>大きさの変更</translation>
    </message>
    <message>
      <source>style changed</source>
      <translation>スタイルの変更</translation>
    </message>
    <message>
      <source>{name} changed</source>
      <translation>{name} の変更</translation>
    </message>
  </context>
  <context>
    <name>StartPage</name>
    <message>
      <source>New project</source>
      <translation>新しいプロジェクト</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>開く</translation>
    </message>
    <message>
      <source>Open the sample</source>
      <translation>サンプルを開く</translation>
    </message>
    <message>
      <source>Projects</source>
      <translation>プロジェクト</translation>
    </message>
    <message>
      <source>Remove from this list</source>
      <translation>一覧から外す</translation>
    </message>
    <message>
      <source>Sample: a finished board</source>
      <translation>サンプル: 完成したボード</translation>
    </message>
    <message>
      <source>Storyboard</source>
      <translation>Storyboard</translation>
    </message>
    <message>
      <source>Write a story. Its characters stay themselves from panel to panel.</source>
      <translation>物語を書けば、どのコマでもキャラクターはその人のまま。</translation>
    </message>
  </context>
  <context>
    <name>StatusLine</name>
    <message numerus="yes">
      <source>%n character(s)</source>
      <translation>
        <numerusform>キャラクター %n</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n drawn</source>
      <translation>
        <numerusform>作画済み %n</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n panel(s)</source>
      <translation>
        <numerusform>%n コマ</numerusform>
      </translation>
    </message>
    <message>
      <source>Cards side by side</source>
      <translation>横に並べるカード</translation>
    </message>
    <message>
      <source>Copy details</source>
      <translation>詳細をコピー</translation>
    </message>
    <message>
      <source>Problems</source>
      <translation>問題</translation>
    </message>
    <message>
      <source>Problems: {}</source>
      <translation>問題: {}</translation>
    </message>
    <message>
      <source>Show all problems of this run</source>
      <translation>今回の問題をすべて表示</translation>
    </message>
    <message>
      <source>Zoom</source>
      <translation>ズーム</translation>
    </message>
    <message>
      <source>{} across</source>
      <translation>横に {}</translation>
    </message>
  </context>
  <context>
    <name>StoryPage</name>
    <message>
      <source>By {}</source>
      <translation>{} ずつ</translation>
    </message>
    <message>
      <source>Consistency</source>
      <translation>一貫性</translation>
    </message>
    <message>
      <source>Counted</source>
      <translation>数え方</translation>
    </message>
    <message>
      <source>Custom</source>
      <translation>カスタム</translation>
    </message>
    <message>
      <source>Digits</source>
      <translation>桁数</translation>
    </message>
    <message>
      <source>Frames a second</source>
      <translation>フレームレート</translation>
    </message>
    <message>
      <source>Guidance</source>
      <translation>ガイダンス</translation>
    </message>
    <message>
      <source>Height</source>
      <translation>高さ</translation>
    </message>
    <message>
      <source>No panel is selected. This holds for all of them.</source>
      <translation>コマが選択されていません。ここはすべてのコマに共通です。</translation>
    </message>
    <message>
      <source>Not in the pictures</source>
      <translation>絵に入れないもの</translation>
    </message>
    <message>
      <source>Panel numbers</source>
      <translation>コマの番号</translation>
    </message>
    <message>
      <source>Pictures that are there stay; they are shown cut to the new ratio.</source>
      <translation>今ある絵は残り、新しい比率に切って表示されます。</translation>
    </message>
    <message>
      <source>Ratio</source>
      <translation>比率</translation>
    </message>
    <message>
      <source>Steps</source>
      <translation>ステップ</translation>
    </message>
    <message>
      <source>Style</source>
      <translation>スタイル</translation>
    </message>
    <message>
      <source>Style, read in every panel</source>
      <translation>スタイル（すべてのコマで読まれます）</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>題名</translation>
    </message>
    <message>
      <source>Width</source>
      <translation>幅</translation>
    </message>
  </context>
  <context>
    <name>TakeStrip</name>
    <message>
      <source>Compare</source>
      <translation>比べる</translation>
    </message>
    <message>
      <source>Move to the trash</source>
      <translation>ゴミ箱へ移動</translation>
    </message>
    <message>
      <source>Remove the star</source>
      <translation>星を外す</translation>
    </message>
    <message>
      <source>Show this take</source>
      <translation>このテイクを表示</translation>
    </message>
    <message>
      <source>Star</source>
      <translation>星</translation>
    </message>
    <message>
      <source>Take {}: click to compare it with the one that is shown</source>
      <translation>テイク {}: クリックで、表示中のテイクと比べます</translation>
    </message>
    <message>
      <source>Take {}: click to show it, on the number to star it</source>
      <translation>テイク {}: クリックで表示、番号をクリックで星</translation>
    </message>
    <message>
      <source>Takes</source>
      <translation>テイク</translation>
    </message>
  </context>
  <context>
    <name>TimelineDock</name>
    <message>
      <source>Begin again at the end</source>
      <translation>末尾から先頭へ戻る</translation>
    </message>
    <message>
      <source>Board or film</source>
      <translation>ボードとフィルムの切り替え</translation>
    </message>
    <message>
      <source>Captions (C)</source>
      <translation>キャプション (C)</translation>
    </message>
    <message>
      <source>Fit</source>
      <translation>全体</translation>
    </message>
    <message>
      <source>One frame back (,)</source>
      <translation>1 フレーム戻る (,)</translation>
    </message>
    <message>
      <source>One frame on (.)</source>
      <translation>1 フレーム進む (.)</translation>
    </message>
    <message>
      <source>Onion skin: the panels before and after shine through (O)</source>
      <translation>オニオンスキン: 前後のコマを透かして表示 (O)</translation>
    </message>
    <message>
      <source>Play or pause (Space)</source>
      <translation>再生・一時停止 (Space)</translation>
    </message>
    <message>
      <source>Predicted transitions dissolve until they are rendered in the queue.</source>
      <translation>予測トランジションは、キューでレンダリングされるまでディゾルブになります。</translation>
    </message>
    <message>
      <source>The model has no motion weights, so predicted transitions dissolve.</source>
      <translation>このモデルには動きの重みがないため、予測トランジションはディゾルブになります。</translation>
    </message>
    <message>
      <source>The whole film in sight</source>
      <translation>フィルム全体を表示</translation>
    </message>
    <message>
      <source>Timecode</source>
      <translation>タイムコード</translation>
    </message>
    <message>
      <source>To the beginning (Home)</source>
      <translation>先頭へ (Home)</translation>
    </message>
    <message>
      <source>To the end (End)</source>
      <translation>末尾へ (End)</translation>
    </message>
    <message>
      <source>Width of a second</source>
      <translation>1 秒の幅</translation>
    </message>
    <message>
      <source>Zoom</source>
      <translation>ズーム</translation>
    </message>
    <message>
      <source>∿ Render {}</source>
      <translation>∿ {} 件をレンダリング</translation>
    </message>
    <message>
      <source>∿ {} dissolve</source>
      <translation>∿ {} 件はディゾルブ</translation>
    </message>
  </context>
  <context>
    <name>TimelinePainter</name>
    <message>
      <source>Empty panel</source>
      <translation>空のコマ</translation>
    </message>
  </context>
  <context>
    <name>TimelineView</name>
    <message>
      <source>Sound of panel {}</source>
      <translation>コマ {} の音声</translation>
    </message>
    <message>
      <source>Sound of the film</source>
      <translation>映像の音声</translation>
    </message>
    <message>
      <source>The film is empty. Import a script, or press N on the board for a panel.</source>
      <translation>フィルムは空です。脚本を読み込むか、ボードで N を押してコマを追加してください。</translation>
    </message>
    <message>
      <source>Timeline</source>
      <translation>タイムライン</translation>
    </message>
    <message>
      <source>begins at {}</source>
      <translation>{} から開始</translation>
    </message>
    <message>
      <source>{} into the panel</source>
      <translation>コマの先頭から {}</translation>
    </message>
  </context>
  <context>
    <name>Toolbar</name>
    <message numerus="yes">
      <source>%n stale · Redo unlocked</source>
      <translation>
        <numerusform>要更新 %n · ロック以外を描き直す</numerusform>
      </translation>
    </message>
    <message>
      <source>Board</source>
      <translation>ボード</translation>
    </message>
    <message>
      <source>Draws every panel again whose picture is stale, but the locked ones</source>
      <translation>絵の更新が必要なコマを、ロックされたものを除いてすべて描き直します</translation>
    </message>
    <message>
      <source>Generate</source>
      <translation>生成</translation>
    </message>
    <message>
      <source>New panel (N)</source>
      <translation>新しいコマ (N)</translation>
    </message>
    <message>
      <source>New scene</source>
      <translation>新しいシーン</translation>
    </message>
    <message>
      <source>Pages</source>
      <translation>ページ</translation>
    </message>
    <message>
      <source>Panel</source>
      <translation>コマ</translation>
    </message>
    <message>
      <source>Scene</source>
      <translation>シーン</translation>
    </message>
    <message>
      <source>Show the queue</source>
      <translation>キューを表示</translation>
    </message>
    <message>
      <source>Timeline</source>
      <translation>タイムライン</translation>
    </message>
    <message>
      <source>Tools</source>
      <translation>ツール</translation>
    </message>
  </context>
  <context>
    <name>TrashView</name>
    <message>
      <source>Close</source>
      <translation>閉じる</translation>
    </message>
    <message>
      <source>Deleted panels</source>
      <translation>削除したコマ</translation>
    </message>
    <message>
      <source>Empty panel</source>
      <translation>空のコマ</translation>
    </message>
    <message>
      <source>Its scene is gone</source>
      <translation>シーンはもうありません</translation>
    </message>
    <message>
      <source>Nothing is ever removed from here. Choose the panels to take back.</source>
      <translation>ここから消えることはありません。戻すコマを選んでください。</translation>
    </message>
    <message>
      <source>Restore</source>
      <translation>戻す</translation>
    </message>
    <message numerus="yes">
      <source>Restore %n panel(s)</source>
      <translation>
        <numerusform>%n コマを戻す</numerusform>
      </translation>
    </message>
    <message>
      <source>The trash is empty.</source>
      <translation>ゴミ箱は空です。</translation>
    </message>
    <message>
      <source>Trash</source>
      <translation>ゴミ箱</translation>
    </message>
  </context>
</TS>
