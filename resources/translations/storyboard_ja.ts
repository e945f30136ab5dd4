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
    <name>Card</name>
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
    <message>
      <source>{} takes</source>
      <translation>{} テイク</translation>
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
    <message>
      <source>{} · {} panels</source>
      <translation>{} · {} コマ</translation>
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
      <source>Change camera move</source>
      <translation>カメラの動きの変更</translation>
    </message>
    <message>
      <source>Change duration</source>
      <translation>長さの変更</translation>
    </message>
    <message>
      <source>Change outfit</source>
      <translation>服装の変更</translation>
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
      <source>Draw a region</source>
      <translation>領域の描画</translation>
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
      <source>Edit script</source>
      <translation>脚本の編集</translation>
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
      <source>Remove reference picture</source>
      <translation>参考画像の削除</translation>
    </message>
    <message>
      <source>Remove sound</source>
      <translation>音声を取り除く</translation>
    </message>
    <message>
      <source>Remove the region</source>
      <translation>領域を削除</translation>
    </message>
    <message>
      <source>Restore panel</source>
      <translation>コマの復元</translation>
    </message>
    <message>
      <source>Roll edge</source>
      <translation>境目の移動</translation>
    </message>
    <message>
      <source>Start shot</source>
      <translation>ショットの開始</translation>
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
      <source>The sound file “{}” is missing from the project or damaged, so the film is silent. Add the file again in the timeline.</source>
      <translation>音声ファイル「{}」がプロジェクトにないか壊れているため、フィルムは無音です。タイムラインでもう一度追加してください。</translation>
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
    <message>
      <source>{} panels</source>
      <translation>{} コマ</translation>
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
    <message>
      <source>1 change is not saved.</source>
      <translation>保存されていない変更が 1 件あります。</translation>
    </message>
    <message>
      <source>1 interrupted job is left from the last time.</source>
      <translation>前回中断したジョブが 1 件残っています。</translation>
    </message>
    <message>
      <source>Add a sound</source>
      <translation>音声を追加</translation>
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
      <source>Import a script</source>
      <translation>脚本を読み込む</translation>
    </message>
    <message>
      <source>It is still open elsewhere. What you see is what has been saved there by now.</source>
      <translation>まだほかで開かれています。今見えているのは、そちらで保存されたところまでです。</translation>
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
      <source>New take</source>
      <translation>新しいテイク</translation>
    </message>
    <message>
      <source>No panel is selected. Select the one before the transition.</source>
      <translation>コマが選択されていません。トランジションの前のコマを選んでください。</translation>
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
      <source>The queue</source>
      <translation>キュー</translation>
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
    <message>
      <source>{} changes are not saved.</source>
      <translation>保存されていない変更が {} 件あります。</translation>
    </message>
    <message>
      <source>{} interrupted jobs are left from the last time.</source>
      <translation>前回中断したジョブが {} 件残っています。</translation>
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
    <message>
      <source>1 panel · {}</source>
      <translation>1 コマ · {}</translation>
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
      <source>{} panels · {}</source>
      <translation>{} コマ · {}</translation>
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
      <source>The same for the whole story: change it there</source>
      <translation>ストーリー全体で共通です。変更はストーリーで</translation>
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
      <source>%n take(s)</source>
      <translation>
        <numerusform>%n テイク</numerusform>
      </translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>比べる</translation>
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
      <source>Select one on the board, or walk with the arrow keys.</source>
      <translation>ボードで選ぶか、矢印キーで移動してください。</translation>
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
    <message>
      <source>{} in the trash</source>
      <translation>ゴミ箱に {}</translation>
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
    <message>
      <source>1 job</source>
      <translation>1 件</translation>
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
    <message>
      <source>{names} and {count} more</source>
      <translation>{names} ほか {count}</translation>
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
      <source>{} jobs</source>
      <translation>{} 件</translation>
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
    <message>
      <source>… and {} more</source>
      <translation>… ほか {} 件</translation>
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
    <name>RecipePage</name>
    <message>
      <source>Anchors</source>
      <translation>アンカー</translation>
    </message>
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
      <translation>使ったモデル</translation>
    </message>
    <message>
      <source>Guidance</source>
      <translation>ガイダンス</translation>
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
    <message>
      <source>1 panel · {}</source>
      <translation>1 コマ · {}</translation>
    </message>
    <message>
      <source>No panels yet. Drop some here.</source>
      <translation>まだコマがありません。ここへドロップしてください。</translation>
    </message>
    <message>
      <source>{} panels · {}</source>
      <translation>{} コマ · {}</translation>
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
      <source>∿ {} dissolve …</source>
      <translation>∿ {} 件はディゾルブ …</translation>
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
  </context>
  <context>
    <name>Toolbar</name>
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
    <message>
      <source>{} stale · Redo unlocked</source>
      <translation>更新が必要 {} · ロック以外を描き直す</translation>
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
    <message>
      <source>Restore {} panels</source>
      <translation>{} コマを戻す</translation>
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
